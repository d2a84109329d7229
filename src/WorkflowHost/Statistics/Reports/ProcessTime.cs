using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-12: how long each step of the workflows takes, by the version that ran, and where tasks lie past their date.</summary>
internal sealed class ProcessTime : Report
{
    private const char Between = '|';
    private readonly DefinitionCatalogue _catalogue;
    private readonly TaskTitles _titles;

    public ProcessTime(DefinitionCatalogue catalogue, TaskTitles titles)
    {
        (_catalogue, _titles) = (catalogue, titles);
        Tables =
        [
            new("done", new("Oppgaver gjort i perioden", "Oppgåver gjorde i perioden", "Tasks done in the period"), new("Steg", "Steg", "Step"), [new("done", new("Gjort", "Gjort", "Done"))], NameOf)
            {
                Days = new("Dager fra oppgaven kom til den var gjort", "Dagar frå oppgåva kom til ho var gjord", "Days from when the task came until it was done"),
            },
            new("open", new("Åpne oppgaver i dag", "Opne oppgåver i dag", "Open tasks today"), new("Steg", "Steg", "Step"),
                [new("inTime", new("Innen fristen", "Innan fristen", "Within the date"), BarColor.Good), new("overdue", new("Over fristen", "Over fristen", "Past the date"), BarColor.Bad)], NameOf)
            {
                IsOfDay = true, ShareOf = "inTime",
            },
        ];
    }

    public override string Number => "R-12";

    public override string Slug => "process";

    public override LocalizedText Name => new("Tid i hvert steg", "Tid i kvart steg", "Time in each step");

    public override LocalizedText Explanation => new(
        "Oppgavene som arbeidsflytene gir: hvor lenge de ligger før de er gjort, og hvor mange som er over fristen nå. Tallet etter flyten er versjonen av den.",
        "Oppgåvene som arbeidsflytane gjev: kor lenge dei ligg før dei er gjorde, og kor mange som er over fristen no. Talet etter flyten er versjonen av han.",
        "The tasks that the workflows hand out: how long they lie before they are done, and how many are past their date now. The number after the flow is its version.");

    public override IReadOnlyList<TableShape> Tables { get; }

    public override bool IsHeavy => true;

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        IReadOnlyList<Figure> done = await s.Db.HumanTasks.Where(t => t.State == HumanTaskState.Completed && t.EndedAt >= s.BeginsAt && t.EndedAt < s.EndsAt)
            .Join(s.Cases, t => t.CaseId, c => c.Id, (t, c) => new { Task = t, Case = c })
            .Join(s.Db.WorkflowInstances, x => x.Task.InstanceId, i => i.Id, (x, i) => new Counted<string, string>
            {
                Unit = x.Case.Unit,
                Track = x.Case.Track,
                Quarter = x.Task.EndedAt < s.SecondQuarterAt ? 1 : x.Task.EndedAt < s.ThirdQuarterAt ? 2 : x.Task.EndedAt < s.FourthQuarterAt ? 3 : 4,
                Row = i.DefinitionId + "|" + i.DefinitionVersion.ToString() + "|" + x.Task.Title,
                Column = "done",
                Days = DayCount.Passed(x.Task.OpenedAt, x.Task.EndedAt!.Value),
            }).CountAsync("done", cancellationToken);
        return !s.IsNow ? done :
        [
            .. done,
            .. await s.Db.HumanTasks.Where(static t => t.EndedAt == null)
                .Join(s.Cases, t => t.CaseId, c => c.Id, (t, c) => new { Task = t, Case = c })
                .Join(s.Db.WorkflowInstances, x => x.Task.InstanceId, i => i.Id, (x, i) => new Counted<string, string>
                {
                    Unit = x.Case.Unit,
                    Track = x.Case.Track,
                    Row = i.DefinitionId + "|" + i.DefinitionVersion.ToString() + "|" + x.Task.Title,
                    Column = (x.Task.LegalDeadlineOn != null && x.Task.LegalDeadlineOn < s.ToOn) || (x.Task.DueOn != null && x.Task.DueOn < s.ToOn) ? "overdue" : "inTime",
                    Quarter = 0,
                    Days = 0,
                }).CountAsync("open", cancellationToken),
        ];
    }

    private LocalizedText NameOf(string key)
    {
        var parts = key.Split(Between, 3);
        if (parts.Length < 3 || !int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var version))
        {
            return new(key, key, key);
        }

        var flow = _catalogue.Find(parts[0], version)?.Name ?? parts[0];
        var step = _titles.Of(parts[2]);
        return new($"{step.Nb} ({flow} {version})", $"{step.Nn} ({flow} {version})", $"{step.En} ({flow} {version})");
    }
}
