using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Finds the person and the one open case, or makes them. A person has at most one open case, because a person has one plan (F1110 § 9, L-28).</summary>
internal static class OpenCases
{
    public static async Task<Person> FindOrRegisterPersonAsync(Work work, NamedPerson named, CancellationToken cancellationToken)
    {
        var number = named.Number.Value;
        var known = await work.Db.PersonIdentifiers
            .Where(identifier => identifier.Number == number)
            .Join(work.Db.Persons, identifier => identifier.PersonId, person => person.Id, (_, person) => person)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var person = Person.Register(work.Ids.NewPersonId(), named.GivenName, named.FamilyName, named.BornOn, named.Language, work.Operation);
        work.Db.Add(person);
        work.Db.Add(PersonIdentifier.First(person.Id, named.Number, work.Operation));
        return person;
    }

    /// <summary>The person's open case; a new one in the rule set of the day when there is none.</summary>
    public static async Task<(IpCase Case, bool WasOpen)> FindOrOpenAsync(
        Work work, Person person, string track, DateOnly startsOn, CancellationToken cancellationToken)
    {
        var open = await work.Db.Cases
            .FirstOrDefaultAsync(c => c.PersonId == person.Id && c.State != CaseState.Closed, cancellationToken);
        if (open is not null)
        {
            return (open, true);
        }

        var reference = await work.NextCaseReferenceAsync(cancellationToken);
        var opened = IpCase.Open(work.Ids.NewCaseId(), reference, person.Id, track, work.Law.For(startsOn).Key, work.Operation, UnitOf(work.Operation.Actor));
        work.Db.Add(opened);
        return (opened, false);
    }

    /// <summary>The unit that takes a case by registering it. Who receives on behalf of all units, such as the coordinating unit or the person, leaves it open.</summary>
    private static string? UnitOf(Actor actor) => actor.Roles.Any(CaseBonds.UnitRoles.Contains) ? actor.Service : null;
}
