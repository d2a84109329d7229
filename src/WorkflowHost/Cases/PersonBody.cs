using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The person as a request or signal names them.</summary>
internal sealed record PersonBody(string? NationalIdentityNumber, string? GivenName, string? FamilyName, DateOnly? BornOn, string? Language)
{
    /// <summary>Checks every field, and gives the person's data when all are right.</summary>
    public static NamedPerson? Read(PersonBody? body, bool syntheticAllowed, DateOnly today, FieldErrors errors)
    {
        if (body is null)
        {
            errors.Add("person", Messages.Required);
            return null;
        }

        NationalIdentityNumber? number = null;
        if (errors.Require(body.NationalIdentityNumber, "person.nationalIdentityNumber")
            && !Workflows.Cases.NationalIdentityNumber.TryParse(body.NationalIdentityNumber, syntheticAllowed, out number, out var problem))
        {
            errors.Add("person.nationalIdentityNumber", Explain(problem));
        }

        errors.Require(body.GivenName, "person.givenName");
        errors.AtMost(body.GivenName, TextLimits.Name, "person.givenName");
        errors.Require(body.FamilyName, "person.familyName");
        errors.AtMost(body.FamilyName, TextLimits.Name, "person.familyName");
        if (errors.Require(body.BornOn, "person.bornOn") && body.BornOn > today)
        {
            errors.Add("person.bornOn", Messages.InFuture);
        }

        var language = body.Language ?? RequestLanguage.Default;
        if (!RequestLanguage.IsKnown(language))
        {
            errors.Add("person.language", Messages.Format(Messages.OneOf, "nb, nn, en"));
        }

        return errors.Any ? null : new NamedPerson(number!, body.GivenName!.Trim(), body.FamilyName!.Trim(), body.BornOn!.Value, language);
    }

    public static LocalizedText Explain(NationalIdentityNumberProblem problem) => problem switch
    {
        NationalIdentityNumberProblem.NotElevenDigits => new("Må være elleve sifre.", "Må vere elleve siffer.", "Must be eleven digits."),
        NationalIdentityNumberProblem.SyntheticInProduction => new(
            "Dette er et syntetisk nummer, som bare kan brukes i test.", "Dette er eit syntetisk nummer, som berre kan brukast i test.", "This is a synthetic number, which only test environments take."),
        NationalIdentityNumberProblem.RealInTest => new(
            "Dette ser ut som et virkelig nummer. Bruk bare syntetiske nummer her.", "Dette ser ut som eit verkeleg nummer. Bruk berre syntetiske nummer her.", "This looks like a real number. Use synthetic numbers only here."),
        _ => new("Er ikke et gyldig fødselsnummer eller d-nummer.", "Er ikkje eit gyldig fødselsnummer eller d-nummer.", "Is not a valid national identity number."),
    };
}

/// <summary>A person's data, checked.</summary>
internal sealed record NamedPerson(NationalIdentityNumber Number, string GivenName, string FamilyName, DateOnly BornOn, string Language);
