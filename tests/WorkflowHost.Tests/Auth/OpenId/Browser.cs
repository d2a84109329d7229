using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.SignIn;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>Where a browser has come to.</summary>
internal sealed record Visit(Uri Address, HttpStatusCode Status, string Html)
{
    public string Path => Address.PathAndQuery;
}

/// <summary>A browser of its own: cookies, redirects, and whoever sits in front of it.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(SignInHost host)
    {
        Host = host;
        _http = new HttpClient(new Proxy(host, Cookies));
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public SignInHost Host { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The Set-Cookie lines of the last answer of our host.</summary>
    public IReadOnlyList<string> LastCookies { get; private set; } = [];

    public void Dispose() => _http.Dispose();

    public Task<Visit> OpenAsync(string path) => FollowAsync(new Uri(Host.PublicAddress, path));

    /// <summary>Goes to a page that wants sign-in, signs in at the provider as someone, and ends where the host leads.</summary>
    public async Task<Visit> SignInAsync(string account, string path = "/workflows") => await FollowAsync(await ToCallbackAsync(account, path));

    /// <summary>As far as the provider's answer, which is not handed to the host.</summary>
    public async Task<Uri> ToCallbackAsync(string account, string path = "/workflows")
    {
        var choosing = await OpenAsync(path);
        Assert.Contains("Choose who you are", choosing.Html, StringComparison.Ordinal);
        return await ChooseAsync(choosing, account);
    }

    /// <summary>Says at the provider who one is; an empty name turns back. Gives the address that leads back to the host.</summary>
    public async Task<Uri> ChooseAsync(Visit choosing, string account)
    {
        using var chosen = await _http.PostAsync(choosing.Address, new FormUrlEncodedContent([new("account", account)]));
        return await ToHostAsync(new Uri(choosing.Address, chosen.Headers.Location!));
    }

    /// <summary>Follows redirects until something is shown.</summary>
    public async Task<Visit> FollowAsync(Uri address)
    {
        while (true)
        {
            using var answer = await _http.GetAsync(address);
            Remember(address, answer);
            if (answer.Headers.Location is not { } next)
            {
                return new Visit(address, answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            }

            address = new Uri(address, next);
        }
    }

    /// <summary>One request, without following.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri address)
    {
        var answer = await _http.GetAsync(address);
        Remember(address, answer);
        return answer;
    }

    /// <summary>Sends a form of a page of ours with its antiforgery token, and follows.</summary>
    public async Task<HttpResponseMessage> SendFormAsync(string page, string action)
    {
        var token = Token().Match(await _http.GetStringAsync(new Uri(Host.PublicAddress, page))).Groups[1].Value;
        return await _http.PostAsync(new Uri(Host.PublicAddress, action), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }

    /// <summary>Confirms the provider's own question whether to sign out there.</summary>
    public async Task<Uri> ConfirmSignOutAsync(Visit question)
    {
        var action = Action().Match(question.Html).Groups[1].Value;
        var proof = Proof().Match(question.Html).Groups[1].Value;
        using var answer = await _http.PostAsync(new Uri(question.Address, action), new FormUrlEncodedContent([new("xsrf", proof), new("logout", "yes")]));
        return new Uri(question.Address, answer.Headers.Location!);
    }

    private async Task<Uri> ToHostAsync(Uri address)
    {
        while (address.Authority != Host.PublicAddress.Authority)
        {
            using var answer = await _http.GetAsync(address);
            address = answer.Headers.Location is { } next ? new Uri(address, next) : await SubmitAsync(await answer.Content.ReadAsStringAsync());
        }

        return address;
    }

    /// <summary>What the provider's page does by script when another account takes over from the one that was signed in there.</summary>
    private async Task<Uri> SubmitAsync(string html)
    {
        var action = new Uri(Self().Match(html).Groups[1].Value);
        var fields = Hidden().Matches(html).Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, m.Groups[2].Value));
        using var answer = await _http.PostAsync(action, new FormUrlEncodedContent(fields));
        return new Uri(action, answer.Headers.Location!);
    }

    private void Remember(Uri address, HttpResponseMessage answer)
    {
        if (address.Authority == Host.PublicAddress.Authority)
        {
            LastCookies = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex Self();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("id=\"op.logoutForm\"[^>]* action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"xsrf\" value=\"([^\"]+)\"")]
    private static partial Regex Proof();

    /// <summary>Keeps cookies by the address that the browser sees, and takes https away from what goes to our host, as a proxy in front does.</summary>
    private sealed class Proxy(SignInHost host, CookieContainer cookies) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            if (cookies.GetCookieHeader(address) is { Length: > 0 } kept)
            {
                request.Headers.Add("Cookie", kept);
            }

            if (address.Authority == host.PublicAddress.Authority)
            {
                request.RequestUri = new Uri(host.Address, address.PathAndQuery);
            }

            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
            {
                cookies.SetCookies(address, cookie);
            }

            return answer;
        }
    }
}
