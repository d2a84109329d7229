using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Tests.Definitions;

/// <summary>What every drawing must be, so that a leader can read it and any Elsa 3.8 server can run it.</summary>
public sealed partial class DrawingTests
{
    public static TheoryData<string> Keys => Drawings.Keys;

    [Fact]
    public void EveryFlowOfTheDomainIsDrawn()
    {
        Assert.Empty(Drawings.Main.Values.Append("one-month-clock").Except(Drawings.ByKey.Keys));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryFlowSaysInPlainWordsWhatItIsFor(string key)
    {
        var description = Drawings.ByKey[key].Definition.Description!;

        Assert.InRange(description.Length, 20, 160);
        Assert.DoesNotMatch(@"\b(W|L|D|P|N)-?\d|§", description);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryTaskIsCalledSomethingInThreeLanguages(string key)
    {
        foreach (var step in Drawings.ByKey[key].Activities.Where(step => step["title"]?["expression"] is not null))
        {
            var titles = step["customProperties"]!["titles"]!;
            var (nb, nn, en) = ((string)titles["nb"]!, (string)titles["nn"]!, (string)titles["en"]!);
            var written = (string)step["title"]!["expression"]!["value"]!;

            Assert.True((string)step["title"]!["expression"]!["type"]! == "Literal" ? nb == written : nb.EndsWith("{service}", StringComparison.Ordinal) && written.Contains(nb[..^9], StringComparison.Ordinal), written);
            Assert.True(nn.Length > 0 && en.Length > 0 && en != nb, written);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void WhatPeopleReadCitesNothing(string key)
    {
        var texts = Drawings.ByKey[key].Activities.SelectMany(step => new[] { step["guidance"], step["text"], step["title"] }).Select(input => input?["expression"]?["value"]?.ToString()).OfType<string>();

        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, @"\b[LDNP]-?\d"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void TheValidatorFindsNothingWrong(string key)
    {
        var problems = DefinitionValidator.Validate(Drawings.Find(key), Drawings.Catalogue, (id, _) => Drawings.ByKey.GetValueOrDefault(id)?.Definition);

        Assert.Empty(problems.Select(problem => $"{problem.Severity}: {problem.Message.En}"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void ReadingAndWritingLosesNothing(string key)
    {
        var written = DefinitionWriter.Write(Drawings.Find(key));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(written), Drawings.ByKey[key].Json), key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void TheFolderTheDefinitionAndTheNodeIdsAgree(string key)
    {
        var drawing = Drawings.ByKey[key];
        var root = drawing.Json["root"]!["id"]!.GetValue<string>();

        Assert.Equal(key, drawing.Definition.DefinitionId);
        Assert.Equal($"v{drawing.Definition.Version}.json", Path.GetFileName(drawing.File));
        Assert.True(drawing.Definition.IsPublished);
        Assert.Equal($"Workflow1:{root}", drawing.Json["root"]!["nodeId"]!.GetValue<string>());
        Assert.All(drawing.Activities, activity => Assert.Equal($"Workflow1:{root}:{activity["id"]}", activity["nodeId"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void NoTwoStepsCoverEachOther(string key)
    {
        var boxes = Drawings.ByKey[key].Activities.Select(Box).ToList();

        Assert.All(boxes, box => Assert.True(box.X >= 0 && box.Y >= 0 && box.Width > 0 && box.Height > 0, box.Id));
        var covering =
            from a in boxes
            from b in boxes
            where string.CompareOrdinal(a.Id, b.Id) < 0 && a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height
            select $"{a.Id} and {b.Id}";
        Assert.Empty(covering);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void ThePageIsReadFromLeftToRight(string key)
    {
        var drawing = Drawings.ByKey[key];
        var boxes = drawing.Activities.Select(Box).ToDictionary(box => box.Id);

        // A line that leads back is a loop, and is drawn around the steps that it repeats.
        var leadsBack = drawing.Connections.Where(connection => boxes[Target(connection)].X <= boxes[Source(connection)].X);
        Assert.All(leadsBack, connection => Assert.NotEmpty(connection["vertices"]!.AsArray()));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryStepHasAShortNameAndSaysWhyItIsThere(string key)
    {
        Assert.All(Drawings.ByKey[key].Activities, activity =>
        {
            var metadata = activity["metadata"]!;
            Assert.InRange(metadata["displayText"]!.GetValue<string>().Length, 3, 34);
            Assert.Matches(FactId(), metadata["description"]!.GetValue<string>());
        });
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryOutcomeLeadsSomewhere(string key)
    {
        var drawing = Drawings.ByKey[key];
        var used = drawing.Connections.Select(connection => (Source(connection), Port(connection))).ToHashSet();
        var loose =
            from node in drawing.Definition.Activities
            where drawing.Activities.Any(activity => activity["id"]!.GetValue<string>() == node.Id)
            let outcomes = Drawings.Catalogue.Find(node.Type)!.Outcomes(node).ToList()
            where outcomes.Count > 1
            from outcome in outcomes
            where !used.Contains((node.Id, outcome))
            select $"{node.Id} ({outcome})";

        Assert.Empty(loose);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryStepIsReachedFromAStart(string key)
    {
        var drawing = Drawings.ByKey[key];
        var reached = drawing.Definition.Triggers.Select(trigger => trigger.ActivityId).ToHashSet();
        reached.UnionWith(drawing.Definition.Activities.Where(node => node.Type == "Elsa.Start").Select(node => node.Id));

        Assert.NotEmpty(reached);
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(drawing.Connections.Where(connection => reached.Contains(Source(connection))).Select(Target));
        }

        Assert.Empty(drawing.Activities.Select(activity => activity["id"]!.GetValue<string>()).Except(reached));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void ADrawingFitsOnOnePage(string key) => Assert.InRange(Drawings.ByKey[key].Activities.Count, 3, 24);

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryFlowThatIsStartedFromADrawingExists(string key)
    {
        var started =
            from node in Drawings.ByKey[key].Activities
            where node["workflowDefinitionId"] is not null
            select node["workflowDefinitionId"]!["expression"]!["value"]!.GetValue<string>();

        Assert.All(started, flow => Assert.Contains(flow, Drawings.ByKey.Keys));
    }

    private static (string Id, double X, double Y, double Width, double Height) Box(JsonObject activity)
    {
        var designer = activity["metadata"]!["designer"]!;
        return (
            activity["id"]!.GetValue<string>(), designer["position"]!["x"]!.GetValue<double>(), designer["position"]!["y"]!.GetValue<double>(),
            designer["size"]!["width"]!.GetValue<double>(), designer["size"]!["height"]!.GetValue<double>());
    }

    private static string Source(JsonObject connection) => connection["source"]!["activity"]!.GetValue<string>();

    private static string Port(JsonObject connection) => connection["source"]!["port"]!.GetValue<string>();

    private static string Target(JsonObject connection) => connection["target"]!["activity"]!.GetValue<string>();

    [GeneratedRegex(@"\b[LDPN]-?\d+|§")]
    private static partial Regex FactId();
}
