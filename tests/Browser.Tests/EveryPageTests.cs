namespace IndividualPlan.Browser.Tests;

/// <summary>Every page in a real browser: axe finds nothing, in light and dark; nothing is cut off at 320 pixels or at 200 %; no other host is asked.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Tour tour) : IClassFixture<Tour>
{
    [Fact]
    public void Axe_finds_nothing_in_the_light() => None(tour.InTheLight);

    [Fact]
    public void Axe_finds_nothing_in_the_dark() => None(tour.InTheDark);

    [Fact]
    public void Nothing_is_cut_off_in_a_window_of_320_pixels_or_enlarged_to_200_percent() => None(tour.CutOff);

    [Fact]
    public void No_other_host_is_asked_for_anything() => None(tour.Strangers);

    [Fact]
    public void Every_page_was_opened() => None(tour.Unseen);

    private void None(IReadOnlyCollection<string> found)
    {
        Assert.NotEmpty(tour.Visited);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
