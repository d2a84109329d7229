CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE FUNCTION refuse_unless_case_disposed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay') THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE FUNCTION refuse_unless_log_disposed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM disposals d WHERE d.kind = 'AccessLog' AND d.state = 'UnderWay' AND OLD.at < d.before_at) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE FUNCTION refuse_unless_file_disposed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM disposals d JOIN task_attachments a ON a.id = OLD.attachment_id
    WHERE d.state = 'UnderWay' AND (d.case_id = a.case_id OR (d.kind = 'StruckFiles' AND a.struck_at < d.before_at))) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE TRIGGER tr_history_immutable BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE TRIGGER tr_access_log_immutable BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_unless_log_disposed();
CREATE TRIGGER tr_workflow_definitions_no_update BEFORE UPDATE OF json, definition_id, version ON workflow_definitions FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_workflow_definitions_no_delete BEFORE DELETE ON workflow_definitions FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_plan_versions_immutable BEFORE UPDATE OR DELETE ON plan_versions FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE FUNCTION remove_task_drafts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM task_drafts WHERE task_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER tr_human_tasks_end_drafts AFTER UPDATE OF ended_at ON human_tasks FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION remove_task_drafts();
CREATE TRIGGER tr_measure_progress_immutable BEFORE UPDATE OR DELETE ON measure_progress FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE TRIGGER tr_task_comments_no_update BEFORE UPDATE OF task_id, case_id, author, written_at, text ON task_comments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_task_comments_no_delete BEFORE DELETE ON task_comments FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE TRIGGER tr_task_attachments_no_update BEFORE UPDATE OF task_id, case_id, file_name, content_type, size, sha256, added_by, added_at ON task_attachments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_task_attachments_no_delete BEFORE DELETE ON task_attachments FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE TRIGGER tr_attachment_contents_immutable BEFORE UPDATE OR DELETE ON attachment_contents FOR EACH ROW EXECUTE FUNCTION refuse_unless_file_disposed();
CREATE TRIGGER tr_letter_template_versions_immutable BEFORE UPDATE OR DELETE ON letter_template_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_received_transfers_immutable BEFORE UPDATE OR DELETE ON received_transfers FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE TRIGGER tr_appeal_files_immutable BEFORE UPDATE OR DELETE ON appeal_files FOR EACH ROW EXECUTE FUNCTION refuse_unless_case_disposed();
CREATE TRIGGER tr_retention_periods_immutable BEFORE UPDATE OR DELETE ON retention_periods FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_disposals_immutable BEFORE UPDATE OR DELETE ON disposals FOR EACH ROW WHEN (OLD.state = 'Disposed') EXECUTE FUNCTION refuse_change();
