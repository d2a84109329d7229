CREATE TABLE "absences" (
    "id" BLOB NOT NULL CONSTRAINT "PK_absences" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "substitute_id" TEXT NULL,
    "registered_by" TEXT NOT NULL,
    "cancelled_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_log" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_access_log" PRIMARY KEY AUTOINCREMENT,
    "case_id" BLOB NULL,
    "person_id" BLOB NULL,
    "user_id" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NULL,
    "at" INTEGER NOT NULL,
    "service" TEXT NULL,
    "is_allowed" INTEGER NOT NULL
);


CREATE TABLE "alteration_plans" (
    "id" BLOB NOT NULL CONSTRAINT "PK_alteration_plans" PRIMARY KEY,
    "created_by" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "alterations" TEXT NOT NULL,
    "results" TEXT NOT NULL
);


CREATE TABLE "disposals" (
    "id" BLOB NOT NULL CONSTRAINT "PK_disposals" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "case_id" BLOB NULL,
    "reference" TEXT NULL,
    "track" TEXT NULL,
    "closed_on" TEXT NULL,
    "before_at" INTEGER NULL,
    "due_on" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "held_by" TEXT NULL,
    "hold_reason" TEXT NULL,
    "held_at" INTEGER NULL,
    "proposed_by" TEXT NULL,
    "propose_reason" TEXT NULL,
    "proposed_at" INTEGER NULL,
    "confirmed_by" TEXT NULL,
    "disposed_at" INTEGER NULL,
    "removed" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "flow_moves" (
    "id" BLOB NOT NULL CONSTRAINT "PK_flow_moves" PRIMARY KEY,
    "definition_id" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER NOT NULL,
    "started_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL,
    "undone_by" TEXT NULL,
    "undo_reason" TEXT NULL,
    "undone_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "history" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_history" PRIMARY KEY AUTOINCREMENT,
    "case_id" BLOB NULL,
    "event" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "service" TEXT NULL,
    "on_behalf_of" TEXT NULL,
    "reason" TEXT NOT NULL,
    "details" TEXT NOT NULL
);


CREATE TABLE "jobs" (
    "key" TEXT NOT NULL CONSTRAINT "PK_jobs" PRIMARY KEY,
    "next_at" INTEGER NOT NULL,
    "last_run_at" INTEGER NULL,
    "last_success_at" INTEGER NULL,
    "last_failure_at" INTEGER NULL,
    "last_error" TEXT NULL,
    "failures" INTEGER NOT NULL,
    "last_count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "letter_template_versions" (
    "template_key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "PK_letter_template_versions" PRIMARY KEY ("template_key", "language", "number")
);


CREATE TABLE "notification_choices" (
    "user_id" TEXT NOT NULL CONSTRAINT "PK_notification_choices" PRIMARY KEY,
    "wants_mail" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "outbox" (
    "id" BLOB NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "claimed_until" INTEGER NULL,
    "sent_at" INTEGER NULL,
    "last_error" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "persons" (
    "id" BLOB NOT NULL CONSTRAINT "PK_persons" PRIMARY KEY,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "born_on" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "interpreter_language" TEXT NULL,
    "address_protection" TEXT NOT NULL,
    "is_reserved_against_digital" INTEGER NOT NULL,
    "contact_data_confirmed_on" TEXT NULL,
    "deceased_on" TEXT NULL,
    "user_id" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "reference_counters" (
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "PK_reference_counters" PRIMARY KEY ("series", "year")
);


CREATE TABLE "reminder_settings" (
    "id" BLOB NOT NULL CONSTRAINT "PK_reminder_settings" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "is_reset" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "every" TEXT NULL,
    "escalate_after" TEXT NULL,
    "escalate_to" TEXT NOT NULL,
    "remind_to" TEXT NULL,
    "remind_by" TEXT NOT NULL,
    "escalate_by" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL
);


CREATE TABLE "retention_periods" (
    "id" BLOB NOT NULL CONSTRAINT "PK_retention_periods" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "track" TEXT NULL,
    "years" INTEGER NULL,
    "basis" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL
);


CREATE TABLE "sessions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "provider_key" TEXT NULL,
    "started_at" INTEGER NOT NULL,
    "good_until" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);


CREATE TABLE "statistics_figures" (
    "id" BLOB NOT NULL CONSTRAINT "PK_statistics_figures" PRIMARY KEY,
    "taken_on" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "quarter" INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "count" INTEGER NOT NULL
);


CREATE TABLE "users" (
    "user_id" TEXT NOT NULL CONSTRAINT "PK_users" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "email" TEXT NULL,
    "role_list" TEXT NOT NULL,
    "service_list" TEXT NOT NULL,
    "first_sign_in_at" INTEGER NOT NULL,
    "last_sign_in_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "workflow_definitions" (
    "version_id" TEXT NOT NULL CONSTRAINT "PK_workflow_definitions" PRIMARY KEY,
    "definition_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NULL,
    "json" TEXT NOT NULL,
    "is_published" INTEGER NOT NULL,
    "is_latest" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    "saved_by" TEXT NOT NULL,
    "published_at" INTEGER NULL,
    "published_by" TEXT NULL,
    "publish_reason" TEXT NULL,
    "removed_at" INTEGER NULL,
    "change_number" INTEGER NOT NULL,
    "session_start" INTEGER NOT NULL,
    "editing_session" TEXT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL
);


CREATE TABLE "workflow_instances" (
    "id" BLOB NOT NULL CONSTRAINT "PK_workflow_instances" PRIMARY KEY,
    "definition_id" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "case_id" BLOB NULL,
    "correlation_id" TEXT NULL,
    "name" TEXT NULL,
    "status" TEXT NOT NULL,
    "sub_status" TEXT NOT NULL,
    "parent_id" BLOB NULL,
    "parent_wait_id" INTEGER NULL,
    "open_incidents" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "journal" TEXT NOT NULL,
    "journal_segments" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "cases" (
    "id" BLOB NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "reference" TEXT NOT NULL,
    "person_id" BLOB NOT NULL,
    "track" TEXT NOT NULL,
    "rule_set_key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_before_pause" TEXT NULL,
    "suspension_reason" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "close_reason" TEXT NULL,
    "merged_into_case_id" BLOB NULL,
    "case_manager_id" TEXT NULL,
    "unit" TEXT NULL,
    "main_responsible_service" TEXT NULL,
    "entitlement_basis" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_cases_persons_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE RESTRICT
);


CREATE TABLE "person_identifiers" (
    "person_id" BLOB NOT NULL,
    "sequence" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "replaced_on" TEXT NULL,
    CONSTRAINT "PK_person_identifiers" PRIMARY KEY ("person_id", "sequence"),
    CONSTRAINT "FK_person_identifiers_persons_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE RESTRICT
);


CREATE TABLE "flow_move_items" (
    "move_id" BLOB NOT NULL,
    "instance_id" BLOB NOT NULL,
    "case_id" BLOB NULL,
    "stage" TEXT NOT NULL,
    "stands_at" TEXT NULL,
    "why_not" TEXT NULL,
    "state_before" TEXT NULL,
    "saves_after" INTEGER NULL,
    CONSTRAINT "PK_flow_move_items" PRIMARY KEY ("move_id", "instance_id"),
    CONSTRAINT "FK_flow_move_items_flow_moves_move_id" FOREIGN KEY ("move_id") REFERENCES "flow_moves" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_flow_move_items_workflow_instances_instance_id" FOREIGN KEY ("instance_id") REFERENCES "workflow_instances" ("id") ON DELETE CASCADE
);


CREATE TABLE "incidents" (
    "instance_id" BLOB NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "case_id" BLOB NULL,
    "activity_id" TEXT NOT NULL,
    "activity_name" TEXT NULL,
    "activity_type" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "code" TEXT NULL,
    "raised_at" INTEGER NOT NULL,
    "resolved_at" INTEGER NULL,
    CONSTRAINT "PK_incidents" PRIMARY KEY ("instance_id", "incident_id"),
    CONSTRAINT "FK_incidents_workflow_instances_instance_id" FOREIGN KEY ("instance_id") REFERENCES "workflow_instances" ("id") ON DELETE CASCADE
);


CREATE TABLE "journal_segments" (
    "instance_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "lines" TEXT NOT NULL,
    CONSTRAINT "PK_journal_segments" PRIMARY KEY ("instance_id", "number"),
    CONSTRAINT "FK_journal_segments_workflow_instances_instance_id" FOREIGN KEY ("instance_id") REFERENCES "workflow_instances" ("id") ON DELETE CASCADE
);


CREATE TABLE "waits" (
    "instance_id" BLOB NOT NULL,
    "wait_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NULL,
    "due_at" INTEGER NULL,
    "rung" TEXT NULL,
    "case_id" BLOB NULL,
    CONSTRAINT "PK_waits" PRIMARY KEY ("instance_id", "wait_id"),
    CONSTRAINT "FK_waits_workflow_instances_instance_id" FOREIGN KEY ("instance_id") REFERENCES "workflow_instances" ("id") ON DELETE CASCADE
);


CREATE TABLE "appeals" (
    "id" BLOB NOT NULL CONSTRAINT "PK_appeals" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "type" TEXT NOT NULL,
    "decision_id" BLOB NULL,
    "plan_version_id" BLOB NULL,
    "points_attacked" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "received_at" INTEGER NOT NULL,
    "received_on" TEXT NOT NULL,
    "postmark_on" TEXT NULL,
    "channel" TEXT NOT NULL,
    "appellant" TEXT NOT NULL,
    "grounds" TEXT NULL,
    "wanted_change" TEXT NULL,
    "deadline_on" TEXT NULL,
    "came_in_time" INTEGER NULL,
    "formal_check" TEXT NULL,
    "verdict" TEXT NULL,
    "correction_due_on" TEXT NULL,
    "corrected_on" TEXT NULL,
    "handled_by" TEXT NULL,
    "outcome" TEXT NULL,
    "extent" TEXT NULL,
    "forwarding_texts" TEXT NULL,
    "forwarded_on" TEXT NULL,
    "appeal_body_decided_on" TEXT NULL,
    "instructions" TEXT NULL,
    "implemented_on" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_appeals_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "consents" (
    "id" BLOB NOT NULL CONSTRAINT "PK_consents" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "type" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "recipient_service" TEXT NULL,
    "consenter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NULL,
    "evidence" TEXT NULL,
    "from_on" TEXT NULL,
    "to_on" TEXT NULL,
    "asked_at" INTEGER NOT NULL,
    "answered_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_consents_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "cooperation_agreements" (
    "id" BLOB NOT NULL CONSTRAINT "PK_cooperation_agreements" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "parts" TEXT NOT NULL,
    "terms" TEXT NULL,
    "state" TEXT NOT NULL,
    "in_force_from_on" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_cooperation_agreements_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "coordinations" (
    "id" BLOB NOT NULL CONSTRAINT "PK_coordinations" PRIMARY KEY,
    "person_id" BLOB NOT NULL,
    "case_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "service" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NULL,
    "note" TEXT NULL,
    CONSTRAINT "FK_coordinations_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_coordinations_persons_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE RESTRICT
);


CREATE TABLE "coordinator_periods" (
    "id" BLOB NOT NULL CONSTRAINT "PK_coordinator_periods" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "user_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NULL,
    "appointed_by" TEXT NOT NULL,
    "person_agrees" INTEGER NULL,
    "was_wished" INTEGER NOT NULL,
    "accepted_by_coordinator" INTEGER NOT NULL,
    "accepted_by_manager" INTEGER NOT NULL,
    "workload_percent" INTEGER NULL,
    "end_reason" TEXT NULL,
    "handover_note" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_coordinator_periods_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "deadlines" (
    "id" BLOB NOT NULL CONSTRAINT "PK_deadlines" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "key" TEXT NOT NULL,
    "subject_id" BLOB NULL,
    "start_event" TEXT NOT NULL,
    "started_on" TEXT NOT NULL,
    "raw_on" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "act_by_on" TEXT NOT NULL,
    "rolled_because" TEXT NULL,
    "rule_set" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "met_on" TEXT NULL,
    "ended_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_deadlines_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "decisions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_decisions" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "subject" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "rule_set_key" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "reasons" TEXT NULL,
    "drafted_by" TEXT NOT NULL,
    "requires_approval" INTEGER NOT NULL,
    "approved_by" TEXT NULL,
    "made_on" TEXT NULL,
    "notice" TEXT NULL,
    "appeal_deadline_key" TEXT NULL,
    "follows_decision_id" BLOB NULL,
    "changed_by_appeal_id" BLOB NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_decisions_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "human_tasks" (
    "id" BLOB NOT NULL CONSTRAINT "PK_human_tasks" PRIMARY KEY,
    "instance_id" BLOB NOT NULL,
    "wait_id" INTEGER NOT NULL,
    "case_id" BLOB NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "guidance" TEXT NULL,
    "role" TEXT NULL,
    "assignee" TEXT NULL,
    "excluded_users" TEXT NULL,
    "state" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "legal_deadline_on" TEXT NULL,
    "urgency" TEXT NOT NULL,
    "follow_up_on" TEXT NULL,
    "hold_until" TEXT NULL,
    "form_key" TEXT NOT NULL,
    "gives_case" INTEGER NOT NULL,
    "plan_sections" TEXT NOT NULL,
    "outcomes" TEXT NOT NULL,
    "subject_id" BLOB NULL,
    "reminders_sent" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "completed_by" TEXT NULL,
    "ended_at" INTEGER NULL,
    "completion_operation_id" TEXT NULL,
    "outcome" TEXT NULL,
    "values" TEXT NULL,
    "cancel_reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_human_tasks_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_human_tasks_workflow_instances_instance_id" FOREIGN KEY ("instance_id") REFERENCES "workflow_instances" ("id") ON DELETE RESTRICT
);


CREATE TABLE "information_records" (
    "id" BLOB NOT NULL CONSTRAINT "PK_information_records" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "given_at" INTEGER NOT NULL,
    "informed_by" TEXT NOT NULL,
    "service" TEXT NULL,
    "channel" TEXT NOT NULL,
    "content_version" TEXT NULL,
    "language" TEXT NOT NULL,
    "interpreter_used" INTEGER NOT NULL,
    "others_present" TEXT NULL,
    "response" TEXT NOT NULL,
    "raise_again_on" TEXT NULL,
    CONSTRAINT "FK_information_records_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "letters" (
    "id" BLOB NOT NULL CONSTRAINT "PK_letters" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "template_key" TEXT NOT NULL,
    "template_version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "recipient_key" TEXT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "subject_id" BLOB NULL,
    "journal" TEXT NOT NULL,
    "queued_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "arrived_on" TEXT NULL,
    "opened_at" INTEGER NULL,
    "alerted_again_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_letters_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "no_plan_reasons" (
    "id" BLOB NOT NULL CONSTRAINT "PK_no_plan_reasons" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "is_primary" INTEGER NOT NULL,
    "note" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "ended_on" TEXT NULL,
    CONSTRAINT "FK_no_plan_reasons_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "notifications" (
    "id" BLOB NOT NULL CONSTRAINT "PK_notifications" PRIMARY KEY,
    "case_id" BLOB NULL,
    "subject_id" BLOB NOT NULL,
    "rung" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NULL,
    "user_id" TEXT NULL,
    "text" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "planned_on" TEXT NULL,
    "is_late" INTEGER NOT NULL,
    CONSTRAINT "FK_notifications_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "plan_participants" (
    "id" BLOB NOT NULL CONSTRAINT "PK_plan_participants" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "service" TEXT NOT NULL,
    "contact_user_id" TEXT NULL,
    "substitute_user_id" TEXT NULL,
    "role" TEXT NULL,
    "has_duty_to_take_part" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "contribution" TEXT NULL,
    "decline_reason" TEXT NULL,
    "invited_at" INTEGER NOT NULL,
    "answered_at" INTEGER NULL,
    "confidentiality_acknowledged_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_plan_participants_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "plans" (
    "id" BLOB NOT NULL CONSTRAINT "PK_plans" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "drafted_by" TEXT NULL,
    "drafted_at" INTEGER NULL,
    "drafted_from" TEXT NULL,
    "draft_noted_at" INTEGER NULL,
    "version_number" INTEGER NOT NULL,
    "current_version_id" BLOB NULL,
    "approved_on" TEXT NULL,
    "next_revision_on" TEXT NULL,
    "revision_deadline_id" BLOB NULL,
    "closed_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_plans_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_plans_persons_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON DELETE RESTRICT
);


CREATE TABLE "received_transfers" (
    "transfer_id" BLOB NOT NULL CONSTRAINT "PK_received_transfers" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "from_reference" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "received_by" TEXT NOT NULL,
    "received_at" INTEGER NOT NULL,
    CONSTRAINT "FK_received_transfers_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "requests" (
    "id" BLOB NOT NULL CONSTRAINT "PK_requests" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "received_at" INTEGER NOT NULL,
    "received_on" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "requester" TEXT NOT NULL,
    "authorization" TEXT NOT NULL,
    "authorization_scope" TEXT NULL,
    "services" TEXT NOT NULL,
    "wishes" TEXT NULL,
    "joined_existing_case" INTEGER NOT NULL,
    CONSTRAINT "FK_requests_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "responsibility_agreements" (
    "id" BLOB NOT NULL CONSTRAINT "PK_responsibility_agreements" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "main_responsible_service" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "reason" TEXT NULL,
    "settled_by" TEXT NOT NULL,
    "settled_on" TEXT NOT NULL,
    CONSTRAINT "FK_responsibility_agreements_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "transfers" (
    "id" BLOB NOT NULL CONSTRAINT "PK_transfers" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "receiver" TEXT NULL,
    "moves_on" TEXT NULL,
    "state" TEXT NOT NULL,
    "sent_on" TEXT NULL,
    "acknowledged_on" TEXT NULL,
    "receiver_contact" TEXT NULL,
    "export_sha256" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_transfers_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "appeal_files" (
    "appeal_id" BLOB NOT NULL CONSTRAINT "PK_appeal_files" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "built_at" INTEGER NOT NULL,
    "pdf" BLOB NOT NULL,
    "index_json" TEXT NOT NULL,
    CONSTRAINT "FK_appeal_files_appeals_appeal_id" FOREIGN KEY ("appeal_id") REFERENCES "appeals" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_appeal_files_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);


CREATE TABLE "task_attachments" (
    "id" BLOB NOT NULL CONSTRAINT "PK_task_attachments" PRIMARY KEY,
    "task_id" BLOB NOT NULL,
    "case_id" BLOB NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "struck_at" INTEGER NULL,
    "strike_reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_task_attachments_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_task_attachments_human_tasks_task_id" FOREIGN KEY ("task_id") REFERENCES "human_tasks" ("id") ON DELETE RESTRICT
);


CREATE TABLE "task_comments" (
    "id" BLOB NOT NULL CONSTRAINT "PK_task_comments" PRIMARY KEY,
    "task_id" BLOB NOT NULL,
    "case_id" BLOB NULL,
    "author" TEXT NOT NULL,
    "written_at" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "struck_at" INTEGER NULL,
    "strike_reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_task_comments_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_task_comments_human_tasks_task_id" FOREIGN KEY ("task_id") REFERENCES "human_tasks" ("id") ON DELETE RESTRICT
);


CREATE TABLE "task_drafts" (
    "task_id" BLOB NOT NULL,
    "user_id" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "values" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "PK_task_drafts" PRIMARY KEY ("task_id", "user_id"),
    CONSTRAINT "FK_task_drafts_human_tasks_task_id" FOREIGN KEY ("task_id") REFERENCES "human_tasks" ("id") ON DELETE CASCADE
);


CREATE TABLE "notification_recipients" (
    "notification_id" BLOB NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "read_at" INTEGER NULL,
    "mailed_at" INTEGER NULL,
    CONSTRAINT "PK_notification_recipients" PRIMARY KEY ("notification_id", "user_id"),
    CONSTRAINT "FK_notification_recipients_notifications_notification_id" FOREIGN KEY ("notification_id") REFERENCES "notifications" ("id") ON DELETE RESTRICT
);


CREATE TABLE "measure_progress" (
    "id" BLOB NOT NULL CONSTRAINT "PK_measure_progress" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "plan_id" BLOB NOT NULL,
    "measure_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NULL,
    "reported_by" TEXT NOT NULL,
    "service" TEXT NULL,
    "reported_at" INTEGER NOT NULL,
    CONSTRAINT "FK_measure_progress_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_measure_progress_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);


CREATE TABLE "plan_versions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_plan_versions" PRIMARY KEY,
    "plan_id" BLOB NOT NULL,
    "case_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "approval" TEXT NOT NULL,
    "missing_points" TEXT NOT NULL,
    "rule_set_key" TEXT NOT NULL,
    "fixed_at" INTEGER NOT NULL,
    "has_own_goal" INTEGER NOT NULL,
    "has_child_participation" INTEGER NOT NULL,
    "has_relatives" INTEGER NOT NULL,
    CONSTRAINT "FK_plan_versions_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_plan_versions_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);


CREATE TABLE "revisions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_revisions" PRIMARY KEY,
    "case_id" BLOB NOT NULL,
    "plan_id" BLOB NOT NULL,
    "trigger" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "completed_on" TEXT NULL,
    "outcome" TEXT NULL,
    "findings" TEXT NULL,
    "next_on" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_revisions_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_revisions_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);


CREATE TABLE "attachment_contents" (
    "attachment_id" BLOB NOT NULL CONSTRAINT "PK_attachment_contents" PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "FK_attachment_contents_task_attachments_attachment_id" FOREIGN KEY ("attachment_id") REFERENCES "task_attachments" ("id") ON DELETE RESTRICT
);


CREATE INDEX "IX_absences_substitute_id_to_on" ON "absences" ("substitute_id", "to_on") WHERE cancelled_at IS NULL;


CREATE INDEX "IX_absences_to_on_from_on" ON "absences" ("to_on", "from_on") WHERE cancelled_at IS NULL;


CREATE INDEX "IX_absences_user_id_to_on" ON "absences" ("user_id", "to_on");


CREATE INDEX "IX_access_log_case_id" ON "access_log" ("case_id") WHERE case_id IS NOT NULL;


CREATE INDEX "IX_access_log_person_id" ON "access_log" ("person_id") WHERE person_id IS NOT NULL;


CREATE INDEX "IX_appeal_files_case_id" ON "appeal_files" ("case_id");


CREATE INDEX "IX_appeals_case_id" ON "appeals" ("case_id");


CREATE INDEX "IX_appeals_state" ON "appeals" ("state");


CREATE INDEX "IX_cases_case_manager_id" ON "cases" ("case_manager_id");


CREATE INDEX "IX_cases_person_id" ON "cases" ("person_id");


CREATE UNIQUE INDEX "IX_cases_reference" ON "cases" ("reference");


CREATE INDEX "ix_cases_state" ON "cases" ("state", "id", "person_id", "case_manager_id", "state_before_pause", "main_responsible_service", "track");


CREATE INDEX "ix_cases_unit" ON "cases" ("unit", "id", "case_manager_id");


CREATE UNIQUE INDEX "ux_cases_open_per_person" ON "cases" ("person_id") WHERE state <> 'Closed';


CREATE INDEX "IX_consents_case_id" ON "consents" ("case_id");


CREATE UNIQUE INDEX "IX_cooperation_agreements_case_id_number" ON "cooperation_agreements" ("case_id", "number");


CREATE INDEX "IX_coordinations_case_id" ON "coordinations" ("case_id");


CREATE INDEX "IX_coordinations_person_id" ON "coordinations" ("person_id");


CREATE INDEX "IX_coordinator_periods_user_id" ON "coordinator_periods" ("user_id");


CREATE INDEX "ix_coordinator_periods_of_case" ON "coordinator_periods" ("case_id", "from_on", "to_on", "state", "type");


CREATE INDEX "IX_deadlines_case_id" ON "deadlines" ("case_id");


CREATE INDEX "IX_deadlines_state_effective_on" ON "deadlines" ("state", "effective_on");


CREATE INDEX "ix_deadlines_nearest" ON "deadlines" ("effective_on", "case_id", "owner", "state", "met_on") WHERE met_on IS NULL AND state <> 'Stopped';


CREATE INDEX "ix_deadlines_next_of_case" ON "deadlines" ("case_id", "effective_on", "owner", "state", "met_on") WHERE met_on IS NULL AND state <> 'Stopped';


CREATE INDEX "ix_deadlines_unanswered" ON "deadlines" ("owner", "effective_on", "id") WHERE met_on IS NULL AND state <> 'Stopped';


CREATE INDEX "IX_decisions_case_id" ON "decisions" ("case_id");


CREATE UNIQUE INDEX "IX_disposals_case_id" ON "disposals" ("case_id") WHERE case_id IS NOT NULL;


CREATE INDEX "IX_disposals_state_due_on" ON "disposals" ("state", "due_on");


CREATE INDEX "IX_flow_move_items_instance_id" ON "flow_move_items" ("instance_id");


CREATE INDEX "IX_flow_move_items_stage_move_id" ON "flow_move_items" ("stage", "move_id") WHERE stage IN ('Waiting', 'ToTakeBack');


CREATE INDEX "IX_flow_moves_definition_id" ON "flow_moves" ("definition_id");


CREATE INDEX "IX_history_case_id" ON "history" ("case_id") WHERE case_id IS NOT NULL;


CREATE INDEX "ix_history_workflow_definitions" ON "history" ("id") WHERE event LIKE 'workflow-definition%';


CREATE INDEX "IX_human_tasks_case_id" ON "human_tasks" ("case_id");


CREATE UNIQUE INDEX "IX_human_tasks_completion_operation_id" ON "human_tasks" ("completion_operation_id") WHERE completion_operation_id IS NOT NULL;


CREATE UNIQUE INDEX "IX_human_tasks_instance_id_wait_id" ON "human_tasks" ("instance_id", "wait_id");


CREATE INDEX "ix_human_tasks_ended" ON "human_tasks" ("ended_at", "id", "case_id", "assignee", "completed_by", "role") WHERE ended_at IS NOT NULL;


CREATE INDEX "ix_human_tasks_ended_by_user" ON "human_tasks" ("completed_by", "ended_at", "id") WHERE completed_by IS NOT NULL;


CREATE INDEX "ix_human_tasks_open" ON "human_tasks" ("urgency", "id", "role", "assignee", "hold_until", "due_on", "legal_deadline_on", "follow_up_on", "case_id", "key", "ended_at") WHERE ended_at IS NULL;


CREATE INDEX "ix_human_tasks_open_of_user" ON "human_tasks" ("assignee", "urgency", "id", "role", "hold_until", "due_on", "legal_deadline_on", "case_id", "ended_at") WHERE ended_at IS NULL;


CREATE INDEX "IX_incidents_case_id" ON "incidents" ("case_id") WHERE case_id IS NOT NULL;


CREATE INDEX "IX_incidents_raised_at" ON "incidents" ("raised_at") WHERE resolved_at IS NULL;


CREATE INDEX "IX_information_records_case_id" ON "information_records" ("case_id");


CREATE INDEX "IX_letters_case_id" ON "letters" ("case_id");


CREATE INDEX "IX_letters_channel_alerted_again_at_opened_at_sent_at" ON "letters" ("channel", "alerted_again_at", "opened_at", "sent_at");


CREATE INDEX "IX_measure_progress_case_id" ON "measure_progress" ("case_id");


CREATE INDEX "IX_measure_progress_plan_id" ON "measure_progress" ("plan_id");


CREATE INDEX "IX_no_plan_reasons_case_id" ON "no_plan_reasons" ("case_id");


CREATE INDEX "IX_notification_recipients_user_id" ON "notification_recipients" ("user_id") WHERE read_at IS NULL;


CREATE INDEX "IX_notification_recipients_user_id_at" ON "notification_recipients" ("user_id", "at");


CREATE INDEX "IX_notifications_at" ON "notifications" ("at");


CREATE INDEX "IX_notifications_case_id" ON "notifications" ("case_id");


CREATE UNIQUE INDEX "IX_notifications_subject_id_rung" ON "notifications" ("subject_id", "rung");


CREATE INDEX "IX_outbox_created_at" ON "outbox" ("created_at") WHERE state = 'Failed';


CREATE INDEX "IX_outbox_due_at" ON "outbox" ("due_at") WHERE state = 'Waiting';


CREATE UNIQUE INDEX "IX_outbox_key" ON "outbox" ("key");


CREATE UNIQUE INDEX "ux_person_identifiers_number_in_use" ON "person_identifiers" ("number") WHERE replaced_on IS NULL;


CREATE INDEX "IX_persons_address_protection" ON "persons" ("address_protection");


CREATE INDEX "IX_persons_born_on" ON "persons" ("born_on");


CREATE INDEX "IX_persons_user_id" ON "persons" ("user_id");


CREATE INDEX "IX_plan_participants_case_id" ON "plan_participants" ("case_id");


CREATE INDEX "IX_plan_participants_contact_user_id" ON "plan_participants" ("contact_user_id");


CREATE INDEX "IX_plan_versions_case_id" ON "plan_versions" ("case_id");


CREATE UNIQUE INDEX "IX_plan_versions_plan_id_number" ON "plan_versions" ("plan_id", "number");


CREATE INDEX "IX_plans_case_id" ON "plans" ("case_id");


CREATE INDEX "IX_plans_person_id" ON "plans" ("person_id");


CREATE UNIQUE INDEX "ux_plans_open_per_person" ON "plans" ("person_id") WHERE state <> 'Closed';


CREATE INDEX "IX_received_transfers_case_id" ON "received_transfers" ("case_id");


CREATE INDEX "IX_requests_case_id" ON "requests" ("case_id");


CREATE INDEX "IX_responsibility_agreements_case_id" ON "responsibility_agreements" ("case_id");


CREATE INDEX "IX_revisions_case_id" ON "revisions" ("case_id");


CREATE INDEX "IX_revisions_plan_id" ON "revisions" ("plan_id");


CREATE INDEX "IX_sessions_good_until" ON "sessions" ("good_until");


CREATE INDEX "IX_sessions_provider_key" ON "sessions" ("provider_key") WHERE provider_key IS NOT NULL;


CREATE INDEX "IX_statistics_figures_report_taken_on" ON "statistics_figures" ("report", "taken_on");


CREATE INDEX "IX_statistics_figures_taken_on" ON "statistics_figures" ("taken_on");


CREATE INDEX "IX_task_attachments_case_id" ON "task_attachments" ("case_id");


CREATE INDEX "IX_task_attachments_task_id" ON "task_attachments" ("task_id");


CREATE INDEX "IX_task_comments_case_id" ON "task_comments" ("case_id");


CREATE INDEX "IX_task_comments_task_id" ON "task_comments" ("task_id");


CREATE INDEX "IX_task_drafts_saved_at" ON "task_drafts" ("saved_at");


CREATE INDEX "IX_transfers_case_id" ON "transfers" ("case_id");


CREATE INDEX "IX_users_name_key" ON "users" ("name_key");


CREATE INDEX "IX_waits_case_id" ON "waits" ("case_id") WHERE rung IS NOT NULL;


CREATE INDEX "IX_waits_due_at" ON "waits" ("due_at") WHERE due_at IS NOT NULL;


CREATE INDEX "IX_waits_name_case_id" ON "waits" ("name", "case_id") WHERE kind = 'Event';


CREATE INDEX "ix_waits_rungs" ON "waits" ("due_at") WHERE rung IS NOT NULL;


CREATE UNIQUE INDEX "IX_workflow_definitions_definition_id_version" ON "workflow_definitions" ("definition_id", "version");


CREATE UNIQUE INDEX "ux_workflow_definitions_latest" ON "workflow_definitions" ("definition_id") WHERE is_latest;


CREATE UNIQUE INDEX "ux_workflow_definitions_published" ON "workflow_definitions" ("definition_id") WHERE is_published;


CREATE INDEX "IX_workflow_instances_case_id" ON "workflow_instances" ("case_id") WHERE case_id IS NOT NULL;


CREATE INDEX "IX_workflow_instances_correlation_id" ON "workflow_instances" ("correlation_id") WHERE correlation_id IS NOT NULL;


CREATE INDEX "IX_workflow_instances_definition_id_status" ON "workflow_instances" ("definition_id", "status");


CREATE INDEX "IX_workflow_instances_parent_id_parent_wait_id" ON "workflow_instances" ("parent_id", "parent_wait_id") WHERE parent_id IS NOT NULL;


