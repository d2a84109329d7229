using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Activities;

/// <summary>What a rung of a ladder does when its day comes.</summary>
public enum RungKind
{
    /// <summary>Reminds the one who is to act.</summary>
    Remind,

    /// <summary>Tells someone above.</summary>
    Escalate,

    /// <summary>Stops waiting for an answer.</summary>
    GiveUp,
}

/// <summary>How those who are told get to know of it.</summary>
public enum RungChannel
{
    /// <summary>In the product, and by e-mail to whoever wants e-mails.</summary>
    Both,

    /// <summary>In the product alone.</summary>
    InApp,

    /// <summary>By e-mail; in the product it counts as read. Whoever cannot get the e-mail is told in the product.</summary>
    EMail,
}

/// <summary>One rung of a ladder: a reminder or escalation on a day, once or again and again.</summary>
/// <param name="Name">What tells it from the other rungs of the same ladder; with the task or deadline it is what makes it happen only once.</param>
/// <param name="Kind">What it does.</param>
/// <param name="On">The Norwegian day; it fires at six in the morning.</param>
/// <param name="Role">Who is told; null when it is the one who has the task.</param>
/// <param name="Every">How long until it comes again; null for once.</param>
/// <param name="Count">For a repeating rung which time this is, from 1.</param>
/// <param name="Channel">How they get to know of it.</param>
internal sealed record Rung(
    string Name, RungKind Kind, DateOnly On, string? Role = null, StepLength? Every = null, int Count = 1, RungChannel Channel = RungChannel.Both)
{
    private static readonly TimeOnly Morning = new(6, 0);

    /// <summary>The name of this very time: a repeating rung adds its count.</summary>
    public string FullName => Every is null ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}:{Count}");

    /// <summary>When it fires.</summary>
    public DateTimeOffset DueAt => At(On);

    /// <summary>Six in the morning of a Norwegian day, when everything that is due on a date happens.</summary>
    public static DateTimeOffset At(DateOnly date) => NorwegianTime.At(date, Morning);

    /// <summary>The next time of a repeating rung, counted from its own day, so that a late clock does not shift the series.</summary>
    public Rung? Again() => Every is null ? null : this with { On = Every.After(On), Count = Count + 1 };

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["n"] = Name, ["k"] = (int)Kind, ["on"] = On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        if (Role is not null)
        {
            json["r"] = Role;
        }

        if (Every is not null)
        {
            json["e"] = Every.ToString();
            json["c"] = Count;
        }

        if (Channel != RungChannel.Both)
        {
            json["by"] = (int)Channel;
        }

        return json;
    }

    public static Rung FromJson(JsonNode node) => new(
        node["n"]!.GetValue<string>(),
        (RungKind)node["k"]!.GetValue<int>(),
        DateOnly.ParseExact(node["on"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        node["r"]?.GetValue<string>(),
        StepLength.Parse(node["e"]?.GetValue<string>()),
        node["c"]?.GetValue<int>() ?? 1,
        (RungChannel)(node["by"]?.GetValue<int>() ?? 0));
}
