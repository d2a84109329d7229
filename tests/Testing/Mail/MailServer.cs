using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IndividualPlan.Testing.Mail;

/// <summary>The mail server "smtp-server", run by Node on a free port of this machine. It takes e-mails as a real one does and keeps them.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly NodeProcess _process;
    private readonly HttpClient _control;

    private MailServer(NodeProcess process)
    {
        _process = process;
        Port = (int)process.Told["smtp"]!;
        _control = new HttpClient { BaseAddress = new Uri((string)process.Told["control"]!) };
    }

    public int Port { get; }

    public static async Task<MailServer> StartAsync() => new(await NodeProcess.StartAsync("tests/MailServer/server.mjs"));

    /// <summary>Every e-mail that was taken, in order.</summary>
    public async Task<IReadOnlyList<TakenMail>> TakenAsync() =>
        [.. (await _control.GetFromJsonAsync<JsonArray>(""))!.Select(mail => new TakenMail((string)mail!["to"]![0]!, (string)mail["raw"]!))];

    /// <summary>From now on every e-mail is turned away for the time being, or taken again.</summary>
    public async Task RefuseAsync(bool refuses)
    {
        using var answer = await _control.PostAsJsonAsync("", new JsonObject { ["refusing"] = refuses });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Forgets what was taken.</summary>
    public async Task ForgetAsync()
    {
        using var answer = await _control.PostAsJsonAsync("", new JsonObject { ["forget"] = true });
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _control.Dispose();
    }
}

/// <summary>An e-mail as the server got it.</summary>
/// <param name="To">Whom the envelope names.</param>
/// <param name="Raw">Headers and body as they came.</param>
public sealed partial record TakenMail(string To, string Raw)
{
    public string MessageId => Header("Message-ID");

    /// <summary>A header as it stands; the subject may be encoded.</summary>
    public string Header(string name) => Regex.Match(Raw, $@"^{name}:\s*(.+?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;

    /// <summary>The subject in plain words.</summary>
    public string Subject => EncodedWord().Replace(Unfolded().Match(Raw).Groups[1].Value, static m => m.Groups[1].Value == "B"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[2].Value))
        : Unquoted(m.Groups[2].Value.Replace('_', ' '))).Replace("\r\n ", "", StringComparison.Ordinal).Trim();

    /// <summary>The body in plain words.</summary>
    public string Body
    {
        get
        {
            var body = Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            return Header("Content-Transfer-Encoding") switch
            {
                "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
                "quoted-printable" => Unquoted(body.Replace("=\r\n", "", StringComparison.Ordinal)),
                _ => body,
            };
        }
    }

    private static string Unquoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"^Subject:\s*((?:.+\r?\n?)(?:[ \t].*\r?\n?)*)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Unfolded();
}
