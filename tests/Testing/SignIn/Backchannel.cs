using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.SignIn;

/// <summary>Stands between the host and the provider, passes everything on, and changes what a test wants changed: answers that a real provider cannot be made to give.</summary>
public sealed class Backchannel : DelegatingHandler
{
    public Backchannel()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>Turns the ID token of the next answers into another one.</summary>
    public Func<string, Task<string>>? ChangeIdToken { get; set; }

    /// <summary>Whether the provider is away.</summary>
    public bool IsCut { get; set; }

    /// <summary>The last ID token that the provider gave.</summary>
    public string? LastIdToken { get; private set; }

    /// <summary>The body of the last request for tokens.</summary>
    public string? LastTokenRequest { get; private set; }

    public int KeyReadings { get; private set; }

    /// <summary>What an ID token says.</summary>
    public static JsonObject PayloadOf(string token) => (JsonObject)JsonNode.Parse(Decode(token.Split('.')[1]))!;

    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static byte[] Decode(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(padded + new string('=', (4 - (padded.Length % 4)) % 4));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsCut)
        {
            throw new HttpRequestException("The provider is away.");
        }

        KeyReadings += request.RequestUri!.AbsolutePath == "/jwks" ? 1 : 0;
        if (request.RequestUri.AbsolutePath != "/token")
        {
            return await base.SendAsync(request, cancellationToken);
        }

        LastTokenRequest = await request.Content!.ReadAsStringAsync(cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        var body = (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!;
        if ((string?)body["id_token"] is { } token)
        {
            LastIdToken = token;
            body["id_token"] = ChangeIdToken is null ? token : await ChangeIdToken(token);
        }

        answer.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return answer;
    }
}
