namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>What people call the inputs and outcomes of Elsa's own activities in messages; the toolbox calls them the same.</summary>
internal static class ElsaWords
{
    private static readonly Dictionary<string, LocalizedText> Inputs = new(StringComparer.Ordinal)
    {
        ["Elsa.FlowJoin.mode"] = new("Hva det ventes på", "Kva det blir venta på", "What to wait for"),
        ["Elsa.SetName.value"] = new("Navn", "Namn", "Name"),
        ["authorization"] = new("Autorisasjon", "Autorisasjon", "Authorization"),
        ["branches"] = new("Veier", "Vegar", "Ways"),
        ["cases"] = new("Valg", "Val", "Choices"),
        ["category"] = new("Kategori", "Kategori", "Category"),
        ["code"] = new("Kode", "Kode", "Code"),
        ["condition"] = new("Betingelse", "Vilkår", "Condition"),
        ["content"] = new("Innhold", "Innhald", "Content"),
        ["contentType"] = new("Innholdstype", "Innhaldstype", "Content type"),
        ["correlationId"] = new("Tilhørighets-id", "Tilhøyrs-id", "Correlation id"),
        ["cronExpression"] = new("Cron-uttrykk", "Cron-uttrykk", "Cron expression"),
        ["dateTime"] = new("Tidspunkt", "Tidspunkt", "Point in time"),
        ["end"] = new("Til", "Til", "To"),
        ["eventName"] = new("Hendelse", "Hending", "Event"),
        ["expectedStatusCodes"] = new("Ventede svarkoder", "Venta svarkodar", "Expected status codes"),
        ["faultType"] = new("Type", "Type", "Type"),
        ["input"] = new("Opplysninger med på veien", "Opplysningar med på vegen", "Details to bring along"),
        ["interval"] = new("Mellomrom", "Mellomrom", "Interval"),
        ["isLocalEvent"] = new("Bare til denne flyten", "Berre til denne flyten", "To this flow only"),
        ["items"] = new("Liste", "Liste", "List"),
        ["joinMode"] = new("Hva det ventes på", "Kva det blir venta på", "What to wait for"),
        ["message"] = new("Melding", "Melding", "Message"),
        ["method"] = new("Metode", "Metode", "Method"),
        ["mode"] = new("Hvor mange veier", "Kor mange vegar", "How many ways"),
        ["outcomes"] = new("Svar", "Svar", "Outcomes"),
        ["outerBoundInclusive"] = new("Til og med", "Til og med", "Including the last"),
        ["outputName"] = new("Resultat", "Resultat", "Output"),
        ["outputValue"] = new("Verdi", "Verdi", "Value"),
        ["payload"] = new("Opplysninger", "Opplysningar", "Details"),
        ["possibleOutcomes"] = new("Mulige veier", "Moglege vegar", "Possible outcomes"),
        ["requestHeaders"] = new("Hoder", "Hovud", "Headers"),
        ["script"] = new("Program", "Program", "Script"),
        ["start"] = new("Fra", "Frå", "From"),
        ["step"] = new("Skritt", "Steg", "Step"),
        ["taskName"] = new("Oppgavens navn", "Namnet på oppgåva", "Task name"),
        ["text"] = new("Tekst", "Tekst", "Text"),
        ["timeSpan"] = new("Så lenge", "Så lenge", "For"),
        ["url"] = new("Adresse", "Adresse", "Address"),
        ["value"] = new("Verdi", "Verdi", "Value"),
        ["variable"] = new("Variabel", "Variabel", "Variable"),
        ["waitForCompletion"] = new("Vent til den er ferdig", "Vent til han er ferdig", "Wait until it is finished"),
        ["workflowDefinitionId"] = new("Arbeidsflyt", "Arbeidsflyt", "Workflow"),
    };

    private static readonly Dictionary<string, LocalizedText> Outcomes = new(StringComparer.Ordinal)
    {
        ["Default"] = new("Ellers", "Elles", "Otherwise"),
        ["Done"] = new("Ferdig", "Ferdig", "Done"),
        ["Failed to connect"] = new("Ingen forbindelse", "Ikkje samband", "Failed to connect"),
        ["False"] = new("Nei", "Nei", "No"),
        ["Timeout"] = new("Ikke svar i tide", "Ikkje svar i tide", "Timeout"),
        ["True"] = new("Ja", "Ja", "Yes"),
        ["Unmatched status code"] = new("Annet svar", "Anna svar", "Other status"),
    };

    public static LocalizedText Input(string type, string name) =>
        Inputs.GetValueOrDefault($"{type}.{name}") ?? Inputs.GetValueOrDefault(name) ?? new(name, name, name);

    public static LocalizedText Outcome(string name) => Outcomes.GetValueOrDefault(name) ?? new(name, name, name);
}
