using Microsoft.Playwright;

namespace IndividualPlan.Browser.Tests;

/// <summary>
/// Does what a person does at the screen and counts it, so that the time it takes can be told without a clock: the keystroke-level model of Card, Moran and
/// Newell (1980), with the time of an ordinary typist. A clock would tell how fast the machine of the test is.
/// </summary>
internal sealed class Effort
{
    // Seconds: a key by one who types about 40 words a minute, moving the pointer to something, pressing it, moving a hand between mouse and keys, making up one's mind,
    // and a page that comes (what docs/performance.md measures, and the drawing of it).
    private const double Key = 0.28;
    private const double Pointing = 1.1;
    private const double Press = 0.2;
    private const double Homing = 0.4;
    private const double Thinking = 1.35;
    private const double NewPage = 0.5;

    /// <summary>What it takes so far, in seconds.</summary>
    public double Seconds { get; private set; }

    /// <summary>A field is found, and its text typed.</summary>
    public async Task TypeAsync(ILocator field, string text)
    {
        await field.PressSequentiallyAsync(text);
        Seconds += Thinking + Pointing + Press + (2 * Homing) + (text.Length * Key);
    }

    /// <summary>One of several is chosen.</summary>
    public async Task ChooseAsync(ILocator choice)
    {
        await choice.CheckAsync();
        Seconds += Thinking + Pointing + Press;
    }

    /// <summary>A list is opened and one of its lines pressed.</summary>
    public async Task SelectAsync(ILocator list, string value)
    {
        await list.SelectOptionAsync(value);
        Seconds += (2 * Thinking) + (2 * (Pointing + Press));
    }

    /// <summary>A button or a link leads to another page.</summary>
    public async Task GoOnAsync(ILocator button)
    {
        await button.ClickAsync();
        Seconds += Thinking + Pointing + Press + NewPage;
    }
}
