namespace IndividualPlan.Workflows.Activities;

/// <summary>How a toolbox shows Elsa's own activities: the words of this product for them, in three languages.</summary>
public static class ElsaToolbox
{
    private static readonly LocalizedText Condition = new("Betingelse", "Vilkår", "Condition");

    private static readonly LocalizedText ConditionHelp = new("En ja/nei-variabel eller et uttrykk.", "Ein ja/nei-variabel eller eit uttrykk.", "A yes/no variable or an expression.");

    private static readonly LocalizedText CurrentValue = new("Gjeldende verdi", "Gjeldande verdi", "Current value");

    private static readonly LocalizedText Body = new("Det som gjentas", "Det som blir gjenteke", "What is repeated");

    private static readonly InputInfo CorrelationId = new("correlationId", InputKind.Text) { Label = new("Tilhørighets-id", "Tilhøyrs-id", "Correlation id") };

    private static readonly InputInfo Workflow = new("workflowDefinitionId", InputKind.Workflow, true) { Label = new("Arbeidsflyt", "Arbeidsflyt", "Workflow") };

    private static readonly InputInfo WorkflowInput = new("input", InputKind.Json)
    {
        Label = new("Opplysninger med på veien", "Opplysningar med på vegen", "Details to bring along"),
        Help = new("Et objekt; kan stå tomt.", "Eit objekt; kan stå tomt.", "An object; may be left empty."),
    };

    private static readonly InputInfo WaitForCompletion = new("waitForCompletion", InputKind.Flag, Default: "false")
    {
        Label = new("Vent til den er ferdig", "Vent til han er ferdig", "Wait until it is finished"),
    };

    private static readonly InputInfo EventName = new("eventName", InputKind.CaseEvent, true) { Label = new("Hendelse", "Hending", "Event") };

    private static readonly InputInfo CaseLabels = new("cases", InputKind.Cases, true)
    {
        Label = new("Valg", "Val", "Choices"),
        Help = new("Et navn og en betingelse for hver vei.", "Eit namn og eit vilkår for kvar veg.", "A name and a condition for each way."),
    };

    private static readonly InputInfo SwitchMode = new("mode", InputKind.Choice, Default: "MatchFirst", Choices:
    [
        new("MatchFirst", new("Den første som stemmer", "Den første som stemmer", "The first that holds")),
        new("MatchAny", new("Alle som stemmer", "Alle som stemmer", "All that hold")),
    ])
    {
        Label = new("Hvor mange veier", "Kor mange vegar", "How many ways"),
    };

    private static readonly InputInfo Items = new("items", InputKind.Json) { Label = new("Liste", "Liste", "List") };

    private static readonly InputInfo[] HttpInputs =
    [
        new("url", InputKind.Text, true) { Label = new("Adresse", "Adresse", "Address") },
        new("method", InputKind.Choice, Default: "GET", Choices: [.. new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" }.Select(verb => new ChoiceInfo(verb, new(verb, verb, verb)))])
        {
            Label = new("Metode", "Metode", "Method"),
        },
        new("content", InputKind.LongText) { Label = new("Innhold", "Innhald", "Content") },
        new("contentType", InputKind.Choice, Choices:
            [.. new[] { "application/json", "text/plain", "text/xml", "application/x-www-form-urlencoded" }.Select(type => new ChoiceInfo(type, new(type, type, type)))])
        {
            Label = new("Innholdstype", "Innhaldstype", "Content type"),
        },
        new("authorization", InputKind.Text) { Label = new("Autorisasjon", "Autorisasjon", "Authorization") },
        new("requestHeaders", InputKind.Json) { Label = new("Hoder", "Hovud", "Headers") },
    ];

    private static readonly Dictionary<string, ActivityInfo> Infos = new(StringComparer.Ordinal)
    {
        ["Elsa.Start"] = Info(new("Start", "Start", "Start"), new("Her begynner flyten.", "Her byrjar flyten.", "The flow begins here.")),
        ["Elsa.End"] = Info(
            new("Slutt", "Slutt", "End"),
            new("Her slutter hele flyten. Det som fortsatt venter, avlyses.", "Her sluttar heile flyten. Det som framleis ventar, blir avlyst.", "The whole flow ends here. What still waits is called off.")) with { Outcomes = [] },
        ["Elsa.FlowDecision"] = Info(
            new("Ja eller nei", "Ja eller nei", "Yes or no"), new("Går én vei når betingelsen holder, og en annen når den ikke gjør det.", "Går éin veg når vilkåret held, og ein annan når det ikkje gjer det.", "Goes one way when the condition holds, another when it does not."),
            new InputInfo("condition", InputKind.Condition, true) { Label = Condition, Help = ConditionHelp }) with
        {
            Outcomes = [new("True", new("Ja", "Ja", "Yes")), new("False", new("Nei", "Nei", "No"))],
        },
        ["Elsa.FlowSwitch"] = Info(
            new("Velg vei", "Vel veg", "Choose a way"), new("Går den veien som passer, ellers «Default».", "Går den vegen som passar, elles «Default».", "Goes the way that fits, otherwise “Default”."),
            CaseLabels, SwitchMode) with
        {
            Outcomes = [new("Default", new("Ellers", "Elles", "Otherwise"))],
        },
        ["Elsa.FlowFork"] = Info(
            new("Del i flere veier", "Del i fleire vegar", "Split into several ways"), new("Går alle veiene samtidig.", "Går alle vegane samstundes.", "Goes all the ways at once."),
            new InputInfo("branches", InputKind.Outcomes)
            {
                Label = new("Veier", "Vegar", "Ways"),
                Help = new("Skriv et navn og trykk Enter.", "Skriv eit namn og trykk Enter.", "Write a name and press Enter."),
            }),
        ["Elsa.FlowJoin"] = Info(
            new("Samle veier", "Samle vegar", "Join ways"), new("Samler flere veier til én.", "Samlar fleire vegar til éin.", "Joins several ways into one."),
            new InputInfo("mode", InputKind.Choice, Default: "WaitAny", Choices:
            [
                new("WaitAny", new("Den første som kommer; de andre avlyses", "Den første som kjem; dei andre blir avlyste", "The first that arrives; the others are called off")),
                new("WaitAll", new("Vent på alle", "Vent på alle", "Wait for all")),
                new("WaitAllActive", new("Vent på alle som er i gang", "Vent på alle som er i gang", "Wait for all that are under way")),
            ])
            {
                Label = new("Hva det ventes på", "Kva det blir venta på", "What to wait for"),
            }),
        ["Elsa.Delay"] = Info(
            new("Vent en tid", "Vent ei tid", "Wait for a while"), new("Venter så lenge som du skriver.", "Ventar så lenge som du skriv.", "Waits as long as you write."),
            new InputInfo("timeSpan", InputKind.Span, true)
            {
                Label = new("Så lenge", "Så lenge", "For"),
                Help = new("Dager, punktum og klokkeslett: «14.00:00:00» er 14 dager, «02:00:00» er to timer.", "Dagar, punktum og klokkeslett: «14.00:00:00» er 14 dagar, «02:00:00» er to timar.", "Days, a full stop and time: “14.00:00:00” is 14 days, “02:00:00” is two hours."),
            }),
        ["Elsa.StartAt"] = Info(
            new("Vent til et tidspunkt", "Vent til eit tidspunkt", "Wait until a point in time"), new("Venter til tidspunktet er nådd.", "Ventar til tidspunktet er nådd.", "Waits until the point in time."),
            new InputInfo("dateTime", InputKind.Expression, true)
            {
                Label = new("Tidspunkt", "Tidspunkt", "Point in time"),
                Help = new("For eksempel 2027-01-11T08:00:00+01:00.", "Til dømes 2027-01-11T08:00:00+01:00.", "For example 2027-01-11T08:00:00+01:00."),
            }),
        ["Elsa.Timer"] = Info(
            new("Start jevnlig", "Start jamleg", "Start regularly"), new("Starter flyten om igjen med faste mellomrom.", "Startar flyten om att med faste mellomrom.", "Starts the flow again and again at intervals."),
            new InputInfo("interval", InputKind.Span, true, Default: "00:01:00") { Label = new("Mellomrom", "Mellomrom", "Interval") }),
        ["Elsa.Cron"] = Info(
            new("Start etter cron-plan", "Start etter cron-plan", "Start by cron schedule"), new("Starter flyten etter et cron-uttrykk.", "Startar flyten etter eit cron-uttrykk.", "Starts the flow by a cron expression."),
            new InputInfo("cronExpression", InputKind.Text, true) { Label = new("Cron-uttrykk", "Cron-uttrykk", "Cron expression") }),
        ["Elsa.Event"] = Info(
            new("Når noe skjer", "Når noko skjer", "When something happens"), new("Starter flyten, eller går videre, når noe skjer i saken.", "Startar flyten, eller går vidare, når noko skjer i saka.", "Starts the flow, or goes on, when something happens in the case."),
            EventName) with
        {
            Result = new("Det som fulgte med", "Det som følgde med", "What came with it"),
        },
        ["Elsa.PublishEvent"] = Info(
            new("Meld en hendelse", "Meld ei hending", "Report an event"), new("Sier fra til andre flyter at noe har skjedd.", "Seier frå til andre flytar at noko har hendt.", "Tells other flows that something has happened."),
            EventName,
            new InputInfo("payload", InputKind.Json) { Label = new("Opplysninger", "Opplysningar", "Details") },
            CorrelationId,
            new InputInfo("isLocalEvent", InputKind.Flag, Default: "false") { Label = new("Bare til denne flyten", "Berre til denne flyten", "To this flow only") }),
        ["Elsa.DispatchWorkflow"] = Info(
            new("Start en annen flyt", "Start ein annan flyt", "Start another flow"), new("Starter en annen arbeidsflyt, og venter på den om du vil.", "Startar ein annan arbeidsflyt, og ventar på han om du vil.", "Starts another workflow, and waits for it if you like."),
            Workflow, WaitForCompletion, WorkflowInput, CorrelationId) with
        {
            Result = new("Det flyten ga", "Det flyten gav", "What the flow gave"),
        },
        ["Elsa.ExecuteWorkflow"] = Info(
            new("Kjør en annen flyt med en gang", "Køyr ein annan flyt med ein gong", "Run another flow at once"), new("Kjører en annen arbeidsflyt i samme steg.", "Køyrer ein annan arbeidsflyt i same steg.", "Runs another workflow within the same step."),
            Workflow, WaitForCompletion, WorkflowInput, CorrelationId) with
        {
            Result = new("Det flyten ga", "Det flyten gav", "What the flow gave"),
        },
        ["Elsa.ParallelForEach"] = Info(
            new("Gjør for hver samtidig", "Gjer for kvar samstundes", "Do for each at once"), new("Gjør det samme for alle på en liste, samtidig.", "Gjer det same for alle på ei liste, samstundes.", "Does the same for everyone on a list, at once."), Items) with
        {
            Slots = [new("body", Body)],
        },
        ["Elsa.ForEach"] = Info(
            new("Gjør for hver", "Gjer for kvar", "Do for each"), new("Gjør det samme for alle på en liste, én etter én.", "Gjer det same for alle på ei liste, éin etter éin.", "Does the same for everyone on a list, one by one."), Items) with
        {
            Slots = [new("body", Body)],
            Values = [new("CurrentValue", CurrentValue)],
        },
        ["Elsa.For"] = Info(
            new("Tell", "Tel", "Count"), new("Gjør det samme et visst antall ganger.", "Gjer det same eit visst tal gonger.", "Does the same a number of times."),
            new InputInfo("start", InputKind.Number, Default: "0") { Label = new("Fra", "Frå", "From") },
            new InputInfo("end", InputKind.Number, Default: "0") { Label = new("Til", "Til", "To") },
            new InputInfo("step", InputKind.Number, Default: "1") { Label = new("Skritt", "Steg", "Step") },
            new InputInfo("outerBoundInclusive", InputKind.Flag, Default: "true") { Label = new("Til og med", "Til og med", "Including the last") }) with
        {
            Slots = [new("body", Body)],
            Values = [new("CurrentValue", CurrentValue)],
        },
        ["Elsa.While"] = Info(
            new("Gjenta så lenge", "Gjenta så lenge", "Repeat while"), new("Gjentar så lenge betingelsen holder.", "Gjentek så lenge vilkåret held.", "Repeats as long as the condition holds."),
            new InputInfo("condition", InputKind.Condition, true) { Label = Condition, Help = ConditionHelp }) with
        {
            Slots = [new("body", Body)],
        },
        ["Elsa.Break"] = Info(new("Bryt gjentakelsen", "Bryt gjentakinga", "Break the repetition"), new("Går ut av gjentakelsen.", "Går ut av gjentakinga.", "Leaves the repetition.")) with { Outcomes = [] },
        ["Elsa.If"] = Info(
            new("Hvis", "Viss", "If"), new("Gjør én av to ting.", "Gjer éin av to ting.", "Does one of two things."),
            new InputInfo("condition", InputKind.Condition, true) { Label = Condition, Help = ConditionHelp }) with
        {
            Slots = [new("then", new("Da", "Då", "Then")), new("else", new("Ellers", "Elles", "Else"))],
            Result = new("Om betingelsen holdt", "Om vilkåret heldt", "Whether it held"),
        },
        ["Elsa.Switch"] = Info(
            new("Velg hva som gjøres", "Vel kva som blir gjort", "Choose what is done"), new("Gjør det som passer.", "Gjer det som passar.", "Does what fits."), CaseLabels, SwitchMode) with
        {
            Slots = [new("default", new("Ellers", "Elles", "Otherwise"))],
        },
        ["Elsa.Fork"] = Info(
            new("Gjør flere ting samtidig", "Gjer fleire ting samstundes", "Do several things at once"), new("Gjør alt som ligger inni, samtidig.", "Gjer alt som ligg inni, samstundes.", "Does everything inside it at once."),
            new InputInfo("joinMode", InputKind.Choice, Default: "WaitAll", Choices:
            [
                new("WaitAll", new("Vent på alle", "Vent på alle", "Wait for all")),
                new("WaitAny", new("Den første", "Den første", "The first")),
            ])
            {
                Label = new("Hva det ventes på", "Kva det blir venta på", "What to wait for"),
            }),
        ["Elsa.Parallel"] = Info(new("Samtidig", "Samstundes", "At once"), new("Gjør alt som ligger inni, samtidig.", "Gjer alt som ligg inni, samstundes.", "Does everything inside it at once.")),
        ["Elsa.Sequence"] = Info(new("Etter hverandre", "Etter kvarandre", "One after the other"), new("Gjør det som ligger inni, etter tur.", "Gjer det som ligg inni, etter tur.", "Does what is inside it in turn.")),
        ["Elsa.Flowchart"] = Info(new("Tegning", "Teikning", "Drawing"), new("En tegning med steg og veier.", "Ei teikning med steg og vegar.", "A drawing of steps and ways.")),
        ["Elsa.Workflow"] = Info(new("Arbeidsflyt", "Arbeidsflyt", "Workflow"), new("Hele arbeidsflyten.", "Heile arbeidsflyten.", "The whole workflow.")),
        ["Elsa.NotFoundActivity"] = Info(
            new("Ukjent steg", "Ukjent steg", "Unknown step"), new("Et steg som dette systemet ikke kjenner. Det beholdes, men kan ikke kjøres.", "Eit steg som dette systemet ikkje kjenner. Det blir teke vare på, men kan ikkje køyrast.", "A step that this system does not know. It is kept but cannot run.")),
        ["Elsa.Finish"] = Info(
            new("Avslutt alt", "Avslutt alt", "Finish everything"), new("Avslutter hele flyten med en gang, uansett hvor dypt inne.", "Avsluttar heile flyten med ein gong, same kor djupt inne.", "Ends the whole flow at once, however deep inside.")) with { Outcomes = [] },
        ["Elsa.Complete"] = Info(
            new("Fullfør denne flyten", "Fullfør denne flyten", "Complete this flow"), new("Avslutter flyten som et steg i en annen, med de svarene du velger.", "Avsluttar flyten som eit steg i ein annan, med dei svara du vel.", "Ends the flow as a step of another, with the outcomes that you choose."),
            new InputInfo("outcomes", InputKind.Texts) { Label = new("Svar", "Svar", "Outcomes") }) with { Outcomes = [] },
        ["Elsa.Fault"] = Info(
            new("Stopp med feil", "Stopp med feil", "Stop with an error"), new("Stopper flyten, så noen må se på den.", "Stoppar flyten, så nokon må sjå på han.", "Stops the flow, so that somebody looks."),
            new InputInfo("message", InputKind.Text) { Label = new("Melding", "Melding", "Message") },
            new InputInfo("code", InputKind.Text) { Label = new("Kode", "Kode", "Code") },
            new InputInfo("category", InputKind.Text) { Label = new("Kategori", "Kategori", "Category") },
            new InputInfo("faultType", InputKind.Text) { Label = new("Type", "Type", "Type") }) with { Outcomes = [] },
        ["Elsa.SetVariable"] = Info(
            new("Sett variabel", "Set variabel", "Set variable"), new("Gir en variabel en verdi.", "Gjev ein variabel ein verdi.", "Gives a variable a value."),
            new InputInfo("variable", InputKind.Variable, true) { Label = new("Variabel", "Variabel", "Variable") },
            new InputInfo("value", InputKind.Expression) { Label = new("Verdi", "Verdi", "Value") }),
        ["Elsa.SetOutput"] = Info(
            new("Sett resultat", "Set resultat", "Set output"), new("Gir flyten et resultat.", "Gjev flyten eit resultat.", "Gives the flow an output."),
            new InputInfo("outputName", InputKind.Output, true) { Label = new("Resultat", "Resultat", "Output") },
            new InputInfo("outputValue", InputKind.Expression) { Label = new("Verdi", "Verdi", "Value") }),
        ["Elsa.SetName"] = Info(
            new("Gi navn", "Gje namn", "Set name"), new("Gir flyten et navn. Uten personopplysninger.", "Gjev flyten eit namn. Utan personopplysningar.", "Names the flow. Without personal data."),
            new InputInfo("value", InputKind.Text) { Label = new("Navn", "Namn", "Name") }),
        ["Elsa.Correlate"] = Info(
            new("Knytt til noe utenfor", "Knyt til noko utanfor", "Correlate"), new("Knytter flyten til en id utenfor.", "Knyter flyten til ein id utanfor.", "Ties the flow to an id outside."), CorrelationId),
        ["Elsa.WriteLine"] = Info(
            new("Skriv linje", "Skriv linje", "Write line"), new("Skriver en linje i flytens logg.", "Skriv ei linje i loggen til flyten.", "Writes a line to the flow's log."),
            new InputInfo("text", InputKind.Text) { Label = new("Tekst", "Tekst", "Text") }),
        ["Elsa.RunTask"] = Info(
            new("Be om oppgave utenfra", "Be om oppgåve utanfrå", "Request an external task"), new("Ber et annet system om å gjøre noe, og venter.", "Bed eit anna system om å gjere noko, og ventar.", "Asks another system to do something, and waits."),
            new InputInfo("taskName", InputKind.Text, true) { Label = new("Oppgavens navn", "Namnet på oppgåva", "Task name") },
            new InputInfo("payload", InputKind.Json) { Label = new("Opplysninger", "Opplysningar", "Details") }) with
        {
            Result = new("Resultatet", "Resultatet", "The result"),
            Values = [new("TaskId", new("Oppgavens id", "Id-en til oppgåva", "Task id"))],
        },
        ["Elsa.RunJavaScript"] = Info(
            new("Kjør JavaScript", "Køyr JavaScript", "Run JavaScript"), new("Kjører et program som kan gi en verdi og velge vei.", "Køyrer eit program som kan gje ein verdi og velje veg.", "Runs a program that may give a value and choose a way."),
            new InputInfo("script", InputKind.Script) { Label = new("Program", "Program", "Script") },
            new InputInfo("possibleOutcomes", InputKind.Outcomes)
            {
                Label = new("Mulige veier", "Moglege vegar", "Possible outcomes"),
                Help = new("Skriv et navn og trykk Enter.", "Skriv eit namn og trykk Enter.", "Write a name and press Enter."),
            }) with
        {
            Result = new("Det programmet ga", "Det programmet gav", "What the script gave"),
        },
        ["Elsa.SendHttpRequest"] = Info(
            new("Send HTTP-forespørsel", "Send HTTP-førespurnad", "HTTP request"), new("Spør et annet system, og gjør det som passer til svaret.", "Spør eit anna system, og gjer det som passar til svaret.", "Asks another system, and does what fits the answer."), HttpInputs) with
        {
            Slots =
            [
                new("unmatchedStatusCode", new("Annet svar", "Anna svar", "Other status")), new("failedToConnect", new("Ingen forbindelse", "Ikkje samband", "Failed to connect")),
                new("timeout", new("Ikke svar i tide", "Ikkje svar i tide", "Timeout")),
            ],
            Values = HttpValues(),
        },
        ["Elsa.FlowSendHttpRequest"] = Info(
            new("Send HTTP-forespørsel (veier)", "Send HTTP-førespurnad (vegar)", "HTTP request (flow)"), new("Spør et annet system, og går den veien svaret sier.", "Spør eit anna system, og går den vegen svaret seier.", "Asks another system, and goes the way the answer says."),
            [.. HttpInputs, new("expectedStatusCodes", InputKind.Texts, Default: "200") { Label = new("Ventede svarkoder", "Venta svarkodar", "Expected status codes") }]) with
        {
            Outcomes =
            [
                new("200", new("200", "200", "200")), new("Unmatched status code", new("Annet svar", "Anna svar", "Other status")),
                new("Failed to connect", new("Ingen forbindelse", "Ikkje samband", "Failed to connect")), new("Timeout", new("Ikke svar i tide", "Ikkje svar i tide", "Timeout")), ActivityInfo.Done,
            ],
            Values = HttpValues(),
        },
    };

    /// <summary>The words for an activity; null for a type that is not Elsa's or not known.</summary>
    /// <param name="type">The type name, for instance <c>Elsa.Delay</c>.</param>
    public static ActivityInfo? Find(string type) => Infos.GetValueOrDefault(type);

    private static ActivityInfo Info(LocalizedText name, LocalizedText description, params InputInfo[] inputs) => new(name, description, inputs);

    private static ChoiceInfo[] HttpValues() =>
    [
        new("StatusCode", new("Svarkode", "Svarkode", "Status code")), new("ParsedContent", new("Innhold", "Innhald", "Content")), new("ResponseHeaders", new("Hoder", "Hovud", "Headers")),
        new("Result", new("Hele svaret", "Heile svaret", "The whole answer")),
    ];
}
