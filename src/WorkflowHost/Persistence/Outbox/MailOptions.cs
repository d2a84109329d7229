using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>The mail server that e-mails to staff leave by; section <c>Mail</c>. Without a server no e-mail is made, and everything is told in the product alone.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <value>Host name of the mail server. Default none: no e-mails.</value>
    public string? Server { get; set; }

    /// <value>Port; default 587.</value>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <value>Whether the connection must be encrypted by STARTTLS; default true. False only for a server on the same machine.</value>
    public bool UseTls { get; set; } = true;

    /// <value>User name at the server; default none, for servers that know us by our address.</value>
    public string? UserName { get; set; }

    /// <value>Password that goes with the user name. Give it by environment or secret store, not in a file.</value>
    public string? Password { get; set; }

    /// <value>The address that e-mails come from, such as <c>individuell-plan@kommune.example</c>. Required with a server.</value>
    public string? From { get; set; }

    /// <value>How long one e-mail may take; 1 second to 2 minutes, default 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public bool IsOn => Server is { Length: > 0 };
}

/// <summary>Says what is wrong with section <c>Mail</c>, by exact key.</summary>
internal sealed class ValidateMailOptions(SiteOptions site) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> problems = [];
        if (options.IsOn && !MailAddress.TryCreate(options.From, out _))
        {
            problems.Add($"{MailOptions.Section}:{nameof(MailOptions.From)} must be an e-mail address when {MailOptions.Section}:{nameof(MailOptions.Server)} is given.");
        }

        if (options.IsOn && site.PublicAddress is null)
        {
            problems.Add($"{SiteOptions.Section}:{nameof(SiteOptions.PublicAddress)} must be given with {MailOptions.Section}:{nameof(MailOptions.Server)}: e-mails hold a link to it.");
        }

        if (options.UserName is not null && string.IsNullOrEmpty(options.Password))
        {
            problems.Add($"{MailOptions.Section}:{nameof(MailOptions.Password)} must be given with {MailOptions.Section}:{nameof(MailOptions.UserName)}.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
