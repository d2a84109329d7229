namespace IndividualPlan.Studio.Page;

/// <summary>What our header says around Elsa Studio.</summary>
internal static class StudioTexts
{
    public static readonly LocalizedText Product = new("Individuell plan", "Individuell plan", "Individual plan");
    public static readonly LocalizedText SkipToStudio = new("Hopp til tegneflaten", "Hopp til teikneflata", "Skip to the designer");
    public static readonly LocalizedText Links = new("Om arbeidsflyten", "Om arbeidsflyten", "About the workflow");
    public static readonly LocalizedText Designer = new("Elsa Studio", "Elsa Studio", "Elsa Studio");
    public static readonly LocalizedText WhatIsThis = new("Hva er dette?", "Kva er dette?", "What is this?");
    public static readonly LocalizedText Reload = new("Last siden på nytt", "Last sida på nytt", "Reload the page");

    public static readonly LocalizedText Loading = new(
        "Henter tegneverktøyet. Første gang kan det ta opptil et halvt minutt.",
        "Hentar teikneverktøyet. Første gong kan det ta opptil eit halvt minutt.",
        "Fetching the designer. The first time this may take up to half a minute.");

    public static readonly LocalizedText Narrow = new(
        "Tegneflaten trenger en bred skjerm. Tabellen viser det samme og passer her.",
        "Teikneflata treng ein brei skjerm. Tabellen viser det same og passar her.",
        "The designer needs a wide screen. The table shows the same and fits here.");

    public static readonly LocalizedText NeedsScript = new(
        "Tegneverktøyet trenger JavaScript. Alle steg i arbeidsflyten finnes også som tabell, uten JavaScript.",
        "Teikneverktøyet treng JavaScript. Alle steg i arbeidsflyten finst òg som tabell, utan JavaScript.",
        "The designer needs JavaScript. All steps of the workflow can also be read as a table, without JavaScript.");

    public static readonly LocalizedText Crashed = new(
        "Noe gikk galt i tegneverktøyet. Last siden på nytt. Det som var lagret, er ikke tapt.",
        "Noko gjekk gale i teikneverktøyet. Last sida på nytt. Det som var lagra, er ikkje tapt.",
        "Something went wrong in the designer. Reload the page. What was saved is not lost.");

    private static readonly LocalizedText English = new(
        "Knapper og faner i tegneverktøyet er på engelsk. Stegene, feltene og forklaringene deres er på norsk.",
        "Knappar og faner i teikneverktøyet er på engelsk. Stega, felta og forklaringane deira er på norsk.",
        "Buttons and tabs of the designer are in English.");

    public static IEnumerable<LocalizedText> Help(StudioPart part, bool mayChange)
    {
        switch (part)
        {
            case StudioPart.DefinitionEditor:
                yield return new(
                    "Dette er tegningen av en arbeidsflyt: hvilke steg en sak går gjennom, hvem som gjør hva, og hvor det fører.",
                    "Dette er teikninga av ein arbeidsflyt: kva steg ei sak går gjennom, kven som gjer kva, og kvar det fører.",
                    "This is the drawing of a workflow: which steps a case goes through, who does what, and where it leads.");
                if (mayChange)
                {
                    yield return new(
                        "Det du endrer, lagres av seg selv som et utkast. Sakene følger ikke utkastet før du publiserer det (skyen med pil opp). Saker som er i gang, fortsetter på versjonen de startet med.",
                        "Det du endrar, blir lagra av seg sjølv som eit utkast. Sakene følgjer ikkje utkastet før du publiserer det (skya med pil opp). Saker som er i gang, held fram på versjonen dei starta med.",
                        "What you change is saved by itself as a draft. Cases do not follow the draft until you publish it (the cloud with an arrow). Running cases stay on the version they started with.");
                }
                else
                {
                    yield return new(
                        "Du kan se alt, men ikke endre. Det er kontorlederen som former arbeidsflytene.",
                        "Du kan sjå alt, men ikkje endre. Det er kontorleiaren som formar arbeidsflytane.",
                        "You can see everything, but change nothing. The office leader shapes the workflows.");
                }

                break;
            case StudioPart.DefinitionList:
                yield return new(
                    "Dette er alle arbeidsflytene, slik tegneverktøyet lister dem. Velg en for å åpne tegningen.",
                    "Dette er alle arbeidsflytane, slik teikneverktøyet listar dei. Vel ein for å opne teikninga.",
                    "These are all workflows, as the designer lists them. Choose one to open its drawing.");
                break;
            case StudioPart.InstanceList:
                yield return new(
                    "Hver linje er en arbeidsflyt som går eller har gått i en sak. Velg en for å se hvor den står.",
                    "Kvar linje er ein arbeidsflyt som går eller har gått i ei sak. Vel ein for å sjå kvar han står.",
                    "Each line is a workflow that runs, or has run, in a case. Choose one to see where it stands.");
                break;
            default:
                yield return new(
                    "Dette er én sak i arbeidsflyten sin: stegene den har vært gjennom, er merket med tall, og steget den venter på, er merket med gult.",
                    "Dette er éi sak i arbeidsflyten sin: stega ho har vore gjennom, er merkte med tal, og steget ho ventar på, er merkt med gult.",
                    "This is one case in its workflow: steps it has been through carry a number, and the step it waits at is marked in amber.");
                break;
        }

        yield return English;
    }
}
