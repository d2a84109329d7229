CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE TRIGGER tr_history_immutable BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_access_log_immutable BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_workflow_definitions_no_update BEFORE UPDATE OF json, definition_id, version ON workflow_definitions FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_workflow_definitions_no_delete BEFORE DELETE ON workflow_definitions FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_plan_versions_immutable BEFORE UPDATE OR DELETE ON plan_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION remove_task_drafts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM task_drafts WHERE task_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER tr_human_tasks_end_drafts AFTER UPDATE OF ended_at ON human_tasks FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION remove_task_drafts();
CREATE TRIGGER tr_measure_progress_immutable BEFORE UPDATE OR DELETE ON measure_progress FOR EACH ROW EXECUTE FUNCTION refuse_change();
