namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>What people call the inputs and outcomes of Elsa's own activities.</summary>
internal static class ElsaWords
{
    private static readonly Dictionary<string, LocalizedText> Inputs = new(StringComparer.Ordinal)
    {
        ["authorization"] = new("Autorisasjon", "Autorisasjon", "Authorization"),
        ["branches"] = new("Grener", "Greiner", "Branches"),
        ["cases"] = new("Valg", "Val", "Cases"),
        ["category"] = new("Kategori", "Kategori", "Category"),
        ["code"] = new("Kode", "Kode", "Code"),
        ["condition"] = new("Betingelse", "Vilkår", "Condition"),
        ["content"] = new("Innhold", "Innhald", "Content"),
        ["contentType"] = new("Innholdstype", "Innhaldstype", "Content type"),
        ["correlationId"] = new("Saken det gjelder", "Saka det gjeld", "Correlation id"),
        ["cronExpression"] = new("Tidsplan", "Tidsplan", "Schedule"),
        ["dateTime"] = new("Tidspunkt", "Tidspunkt", "Point in time"),
        ["end"] = new("Til", "Til", "To"),
        ["eventName"] = new("Hendelse", "Hending", "Event"),
        ["expectedStatusCodes"] = new("Ventede svarkoder", "Venta svarkodar", "Expected status codes"),
        ["faultType"] = new("Type feil", "Type feil", "Kind of fault"),
        ["input"] = new("Det som sendes med", "Det som blir sendt med", "Input"),
        ["interval"] = new("Mellomrom", "Mellomrom", "Interval"),
        ["isLocalEvent"] = new("Bare i denne saken", "Berre i denne saka", "Only this instance"),
        ["items"] = new("Liste", "Liste", "Items"),
        ["message"] = new("Melding", "Melding", "Message"),
        ["method"] = new("Metode", "Metode", "Method"),
        ["mode"] = new("Måte", "Måte", "Mode"),
        ["name"] = new("Navn", "Namn", "Name"),
        ["outcomes"] = new("Utfall", "Utfall", "Outcomes"),
        ["outputName"] = new("Resultat", "Resultat", "Output"),
        ["outputValue"] = new("Verdi", "Verdi", "Value"),
        ["payload"] = new("Opplysninger", "Opplysningar", "Payload"),
        ["possibleOutcomes"] = new("Mulige utfall", "Moglege utfall", "Possible outcomes"),
        ["requestHeaders"] = new("Hodefelt", "Hovudfelt", "Headers"),
        ["script"] = new("Skript", "Skript", "Script"),
        ["start"] = new("Fra", "Frå", "From"),
        ["step"] = new("Steg", "Steg", "Step"),
        ["taskName"] = new("Oppgave", "Oppgåve", "Task"),
        ["text"] = new("Tekst", "Tekst", "Text"),
        ["timeSpan"] = new("Ventetid", "Ventetid", "Time to wait"),
        ["url"] = new("Adresse", "Adresse", "Address"),
        ["value"] = new("Verdi", "Verdi", "Value"),
        ["variable"] = new("Variabel", "Variabel", "Variable"),
        ["waitForCompletion"] = new("Vent til den er ferdig", "Vent til ho er ferdig", "Wait for completion"),
        ["workflowDefinitionId"] = new("Arbeidsflyt", "Arbeidsflyt", "Workflow"),
    };

    private static readonly Dictionary<string, LocalizedText> Outcomes = new(StringComparer.Ordinal)
    {
        ["Default"] = new("Ellers", "Elles", "Otherwise"),
        ["Done"] = new("Ferdig", "Ferdig", "Done"),
        ["Failed to connect"] = new("Fikk ikke kontakt", "Fekk ikkje kontakt", "Failed to connect"),
        ["False"] = new("Nei", "Nei", "No"),
        ["Timeout"] = new("Svarte ikke i tide", "Svara ikkje i tide", "Timeout"),
        ["True"] = new("Ja", "Ja", "Yes"),
        ["Unmatched status code"] = new("Uventet svar", "Uventa svar", "Unexpected answer"),
    };

    public static LocalizedText Input(string name) => Inputs.GetValueOrDefault(name) ?? new(name, name, name);

    public static LocalizedText Outcome(string name) => Outcomes.GetValueOrDefault(name) ?? new(name, name, name);
}
