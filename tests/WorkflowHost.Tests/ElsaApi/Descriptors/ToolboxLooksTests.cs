using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Studio.Files;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Descriptors;

/// <summary>What our steps look like on the canvas.</summary>
public sealed class ToolboxLooksTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Every_step_of_ours_has_its_own_icon_on_a_colour_that_the_icon_can_be_seen_on()
    {
        using var client = await host.AsAsync("leader");
        using var answer = await client.GetAsync(StudioFiles.Address("toolbox.css"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var css = await answer.Content.ReadAsStringAsync();

        Assert.All(host.Services.GetRequiredService<ActivityCatalogue>().Activities.OfType<DomainActivity>(), activity =>
        {
            var handle = Regex.Escape($"[activity-json*='\"type\":\"{activity.Type}\"']:not([activity-json*='\"Elsa.Flowchart\"']) .activity-icon");
            var colour = Regex.Match(css, handle + @"[^{}]*\{\s*background-color: #([0-9a-f]{6}) !important");
            var icon = Regex.Matches(css, handle + @" \{\s*--ip-icon: url\(""data:image/svg\+xml,[^""]+""\)");

            Assert.True(colour.Success && icon.Count == 1, activity.Type);
            Assert.True(ContrastToWhite(colour.Groups[1].Value) >= 4.5, activity.Type);
        });
        Assert.DoesNotContain("http://127", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
    }

    /// <summary>WCAG 2.1, relative luminance.</summary>
    private static double ContrastToWhite(string hex)
    {
        double Channel(int at)
        {
            var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return 1.05 / ((0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4)) + 0.05);
    }
}
