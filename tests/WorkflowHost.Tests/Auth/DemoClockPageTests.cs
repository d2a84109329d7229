using System.Net;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.Auth;

/// <summary>A newcomer moves the demo's clock with a button.</summary>
public sealed class DemoClockPageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("P1D", "12.01.2027 kl. 08.00")]
    [InlineData("P7D", "18.01.2027 kl. 08.00")]
    [InlineData("P1M", "11.02.2027 kl. 08.00")]
    public async Task A_button_moves_the_clock_and_the_page_tells_what_time_it_is(string by, string expected)
    {
        using var visitor = _host.Visitor();

        var before = await visitor.GetStringAsync("/");
        var moved = await visitor.SendFormAsync("/", "/demo/clock", ("by", by), ("returnUrl", "/"));
        var after = await visitor.GetStringAsync(moved.Headers.Location);

        Assert.Contains("11.01.2027 kl. 08.00", before, StringComparison.Ordinal);
        Assert.Contains($"Klokka i demoen er nå {expected}.", WebUtility.HtmlDecode(after), StringComparison.Ordinal);
        Assert.Contains($"<strong>{expected}</strong>", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_cannot_be_moved_back()
    {
        using var visitor = _host.Visitor();

        var answer = await visitor.SendFormAsync("/", "/demo/clock", ("by", "-P1D"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<strong>11.01.2027 kl. 08.00</strong>", await visitor.GetStringAsync("/"), StringComparison.Ordinal);
    }
}
