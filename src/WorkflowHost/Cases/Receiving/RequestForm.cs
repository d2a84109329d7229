using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>What was typed about a new request, as it was typed, so that nothing is lost when something must be corrected. Fields are called as in the API.</summary>
internal sealed record RequestForm
{
    public const string OperationIdField = "operationId";
    public const string NumberField = "person.nationalIdentityNumber";
    public const string GivenNameField = "person.givenName";
    public const string FamilyNameField = "person.familyName";
    public const string BornOnField = "person.bornOn";
    public const string LanguageField = "person.language";
    public const string TrackField = "track";
    public const string ChannelField = "channel";
    public const string ReceivedField = "receivedAt";
    public const string RoleField = "requester.role";
    public const string NameField = "requester.name";
    public const string ServiceField = "requester.service";
    public const string SameAdministrationField = "requester.worksInSameAdministration";
    public const string AuthorizationField = "authorization";
    public const string ServicesField = "services";
    public const string WishesField = "wishes";
    public const string JoinsField = "joins";

    /// <summary>The choice that a written authorization was shown.</summary>
    public const string Shown = "shown";

    private static readonly TimeOnly Noon = new(12, 0);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What the field holds; null when it is empty.</summary>
    public string? this[string field]
    {
        get => _values.GetValueOrDefault(field);
        init => Set(field, value);
    }

    public IReadOnlyList<string> Services { get; private init; } = [];

    /// <summary>What is filled in, but the services.</summary>
    public IEnumerable<(string Field, string? Value)> Values => _values.Select(static v => (v.Key, (string?)v.Value));

    public static RequestForm Read(IFormCollection posted)
    {
        var form = new RequestForm { Services = [.. posted[ServicesField].OfType<string>()] };
        foreach (var (name, value) in posted)
        {
            form.Set(name, value.ToString().Trim());
        }

        return form;
    }

    /// <summary>The same with other values; empty ones are taken out.</summary>
    public RequestForm With(params ReadOnlySpan<(string Field, string? Value)> values)
    {
        var changed = new RequestForm { Services = Services };
        foreach (var (name, value) in _values)
        {
            changed.Set(name, value);
        }

        foreach (var (field, value) in values)
        {
            changed.Set(field, value);
        }

        return changed;
    }

    /// <summary>The request as the API takes it; adds what cannot be read to the errors.</summary>
    public RequestBody ToBody(KnownPerson? known, DateTimeOffset now, bool isDigital, FieldErrors errors)
    {
        var person = known is null
            ? new PersonBody(this[NumberField], this[GivenNameField], this[FamilyNameField], Date(BornOnField, errors), this[LanguageField])
            : new PersonBody(this[NumberField], known.GivenName, known.FamilyName, known.BornOn, known.Language);
        var role = this[RoleField];
        var isRepresentative = role == nameof(RequesterRole.Representative);
        return new RequestBody(
            person, this[TrackField], isDigital ? null : ReceivedAt(now, errors), isDigital ? nameof(RequestChannel.Digital) : this[ChannelField],
            new RequesterBody(role, this[NameField], this[ServiceField], isRepresentative && this[SameAdministrationField] is not null),
            isRepresentative && this[AuthorizationField] == Shown ? new JsonObject() : null,
            Services, this[WishesField], null);
    }

    private void Set(string field, string? value)
    {
        _values.Remove(field);
        if (!string.IsNullOrWhiteSpace(value))
        {
            _values[field] = value;
        }
    }

    private DateOnly? Date(string field, FieldErrors errors) => Dates.Read(this[field], field, errors, RequestFormWords.NotADate);

    /// <summary>What came today came now; what came another day came in the middle of it. Clocks count from the day.</summary>
    private DateTimeOffset? ReceivedAt(DateTimeOffset now, FieldErrors errors) => Date(ReceivedField, errors) switch
    {
        null => null,
        { } on when on == NorwegianTime.DateOf(now) => now,
        { } on => NorwegianTime.At(on, Noon),
    };

    /// <summary>A form that nothing is typed into, with today as the day of receipt.</summary>
    public static RequestForm Empty(Ids ids, DateOnly today) => new RequestForm().With(
        (OperationIdField, ids.NewRequestId().ToString()), (ReceivedField, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (LanguageField, RequestLanguage.Default), (RoleField, nameof(RequesterRole.Person)));
}
