CREATE TRIGGER tr_history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER tr_history_no_delete BEFORE DELETE ON history WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER tr_access_log_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER tr_access_log_no_delete BEFORE DELETE ON access_log WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.kind = 'AccessLog' AND d.state = 'UnderWay' AND OLD.at < d.before_at)
BEGIN SELECT RAISE(ABORT, 'the access log is never removed'); END;
CREATE TRIGGER tr_workflow_definitions_no_update BEFORE UPDATE OF json, definition_id, version ON workflow_definitions WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published drawing is never changed'); END;
CREATE TRIGGER tr_workflow_definitions_no_delete BEFORE DELETE ON workflow_definitions WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published drawing is never removed'); END;
CREATE TRIGGER tr_plan_versions_no_update BEFORE UPDATE ON plan_versions BEGIN SELECT RAISE(ABORT, 'a plan version is never changed'); END;
CREATE TRIGGER tr_plan_versions_no_delete BEFORE DELETE ON plan_versions WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'a plan version is never removed'); END;
CREATE TRIGGER tr_human_tasks_end_drafts AFTER UPDATE OF ended_at ON human_tasks WHEN NEW.ended_at IS NOT NULL BEGIN DELETE FROM task_drafts WHERE task_id = NEW.id; END;
CREATE TRIGGER tr_measure_progress_no_update BEFORE UPDATE ON measure_progress BEGIN SELECT RAISE(ABORT, 'a report of progress is never changed'); END;
CREATE TRIGGER tr_measure_progress_no_delete BEFORE DELETE ON measure_progress WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'a report of progress is never removed'); END;
CREATE TRIGGER tr_task_comments_no_update BEFORE UPDATE OF task_id, case_id, author, written_at, text ON task_comments BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;
CREATE TRIGGER tr_task_comments_no_delete BEFORE DELETE ON task_comments WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'a comment is never removed'); END;
CREATE TRIGGER tr_task_attachments_no_update BEFORE UPDATE OF task_id, case_id, file_name, content_type, size, sha256, added_by, added_at ON task_attachments
BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;
CREATE TRIGGER tr_task_attachments_no_delete BEFORE DELETE ON task_attachments WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'an attachment is never removed'); END;
CREATE TRIGGER tr_attachment_contents_no_update BEFORE UPDATE ON attachment_contents BEGIN SELECT RAISE(ABORT, 'a file is never changed'); END;
CREATE TRIGGER tr_attachment_contents_no_delete BEFORE DELETE ON attachment_contents WHEN NOT EXISTS (SELECT 1 FROM disposals d JOIN task_attachments a ON a.id = OLD.attachment_id
  WHERE d.state = 'UnderWay' AND (d.case_id = a.case_id OR (d.kind = 'StruckFiles' AND a.struck_at < d.before_at)))
BEGIN SELECT RAISE(ABORT, 'a file is never removed'); END;
CREATE TRIGGER tr_letter_template_versions_no_update BEFORE UPDATE ON letter_template_versions BEGIN SELECT RAISE(ABORT, 'a version of a letter is never changed'); END;
CREATE TRIGGER tr_letter_template_versions_no_delete BEFORE DELETE ON letter_template_versions BEGIN SELECT RAISE(ABORT, 'a version of a letter is never removed'); END;
CREATE TRIGGER tr_received_transfers_no_update BEFORE UPDATE ON received_transfers BEGIN SELECT RAISE(ABORT, 'what was received is never changed'); END;
CREATE TRIGGER tr_received_transfers_no_delete BEFORE DELETE ON received_transfers WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'what was received is never removed'); END;
CREATE TRIGGER tr_appeal_files_no_update BEFORE UPDATE ON appeal_files BEGIN SELECT RAISE(ABORT, 'a file that was sent is never changed'); END;
CREATE TRIGGER tr_appeal_files_no_delete BEFORE DELETE ON appeal_files WHEN NOT EXISTS (SELECT 1 FROM disposals d WHERE d.case_id = OLD.case_id AND d.state = 'UnderWay')
BEGIN SELECT RAISE(ABORT, 'a file that was sent is never removed'); END;
CREATE TRIGGER tr_retention_periods_no_update BEFORE UPDATE ON retention_periods BEGIN SELECT RAISE(ABORT, 'a retention period is never changed'); END;
CREATE TRIGGER tr_retention_periods_no_delete BEFORE DELETE ON retention_periods BEGIN SELECT RAISE(ABORT, 'a retention period is never removed'); END;
CREATE TRIGGER tr_disposals_no_update BEFORE UPDATE ON disposals WHEN OLD.state = 'Disposed' BEGIN SELECT RAISE(ABORT, 'the record of a disposal is never changed'); END;
CREATE TRIGGER tr_disposals_no_delete BEFORE DELETE ON disposals WHEN OLD.state = 'Disposed' BEGIN SELECT RAISE(ABORT, 'the record of a disposal is never removed'); END;
