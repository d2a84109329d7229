using System.Globalization;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>The sentences of form errors: each names the field by its label and says what to do.</summary>
internal static class FormMessages
{
    internal static LocalizedText Required(FormField field) => Make(
        field, "Fyll ut «{0}».", "Fyll ut «{0}».", "Fill in “{0}”.");

    internal static LocalizedText Unknown(string name) => new(
        $"Skjemaet har ikke noe felt «{name}». Ta det bort.", $"Skjemaet har ikkje noko felt «{name}». Ta det bort.", $"The form has no field “{name}”. Remove it.");

    internal static LocalizedText YesOrNo(FormField field) => Make(
        field, "Svar ja eller nei på «{0}».", "Svar ja eller nei på «{0}».", "Answer yes or no to “{0}”.");

    internal static LocalizedText MustBeNo(FormField field) => Make(
        field, "Med dette utfallet må svaret på «{0}» være nei. Velg et annet utfall, eller rett svaret.",
        "Med dette utfallet må svaret på «{0}» vere nei. Vel eit anna utfall, eller rett svaret.",
        "With this outcome the answer to “{0}” must be no. Choose another outcome, or correct the answer.");

    internal static LocalizedText NotText(FormField field) => Make(
        field, "«{0}» må være tekst.", "«{0}» må vere tekst.", "“{0}” must be text.");

    internal static LocalizedText NotANumber(FormField field) => Make(
        field, "Skriv «{0}» som et tall.", "Skriv «{0}» som eit tal.", "Write “{0}” as a number.");

    internal static LocalizedText NotAChoice(FormField field) => Make(
        field, "Velg blant svarene som finnes for «{0}».", "Vel blant svara som finst for «{0}».", "Choose among the given answers to “{0}”.");

    internal static LocalizedText NotAPartOfThePlan(FormField field) => Make(
        field, "«{0}» er tekst for deler av planen som oppgaven gjelder.", "«{0}» er tekst for delar av planen som oppgåva gjeld.", "“{0}” is text for parts of the plan that the task is about.");

    internal static LocalizedText NotADate(FormField field) => Make(
        field, "Skriv «{0}» som en dato, for eksempel 2027-01-28.", "Skriv «{0}» som ein dato, til dømes 2027-01-28.", "Write “{0}” as a date, for example 2027-01-28.");

    internal static LocalizedText Past(FormField field) => Make(
        field, "«{0}» kan ikke være tilbake i tid. Velg i dag eller en senere dato.", "«{0}» kan ikkje vere tilbake i tid. Vel i dag eller ein seinare dato.", "“{0}” cannot be in the past. Choose today or a later date.");

    internal static LocalizedText TooLong(FormField field, decimal most) => Make(
        field, "Kort ned «{0}» til {1} tegn eller færre.", "Kort ned «{0}» til {1} teikn eller færre.", "Shorten “{0}” to {1} characters or fewer.", most);

    internal static LocalizedText TooShort(FormField field) => Make(
        field, "Skriv minst {1} tegn i «{0}».", "Skriv minst {1} teikn i «{0}».", "Write at least {1} characters in “{0}”.", field.Min);

    internal static LocalizedText WrongPattern(FormField field) => Make(
        field, "«{0}» er ikke skrevet slik det skal. Se veiledningen ved feltet.", "«{0}» er ikkje skrive slik det skal. Sjå rettleiinga ved feltet.", "“{0}” is not written as it should be. See the help at the field.");

    internal static LocalizedText OutOfRange(FormField field) => (field.Min, field.Max) switch
    {
        ({ } min, { } max) => Make(field, "«{0}» må være mellom {1} og {2}.", "«{0}» må vere mellom {1} og {2}.", "“{0}” must be between {1} and {2}.", min, max),
        ({ } min, _) => Make(field, "«{0}» må være minst {1}.", "«{0}» må vere minst {1}.", "“{0}” must be at least {1}.", min),
        _ => Make(field, "«{0}» må være høyst {1}.", "«{0}» må vere høgst {1}.", "“{0}” must be at most {1}.", field.Max),
    };

    internal static LocalizedText WrongCount(FormField field) => (field.Min, field.Max) switch
    {
        ({ } min, { } max) => Make(field, "Velg mellom {1} og {2} svar på «{0}».", "Vel mellom {1} og {2} svar på «{0}».", "Choose between {1} and {2} answers to “{0}”.", min, max),
        ({ } min, _) => Make(field, "Velg minst {1} svar på «{0}».", "Vel minst {1} svar på «{0}».", "Choose at least {1} answers to “{0}”.", min),
        _ => Make(field, "Velg høyst {1} svar på «{0}».", "Vel høgst {1} svar på «{0}».", "Choose at most {1} answers to “{0}”.", field.Max),
    };

    private static LocalizedText Make(FormField field, string nb, string nn, string en, params object?[] more) => new(
        Fill(nb, field.Label.Nb, more), Fill(nn, field.Label.Nn, more), Fill(en, field.Label.En, more));

    private static string Fill(string sentence, string label, object?[] more) =>
        string.Format(CultureInfo.InvariantCulture, sentence, [label, .. more]);
}
