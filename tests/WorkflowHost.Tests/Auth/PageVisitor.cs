using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IndividualPlan.WorkflowHost.Tests.Auth;

/// <summary>A browser without script: cookies, forms with their hidden fields, and redirects that are looked at.</summary>
internal static partial class PageVisitor
{
    /// <summary>A browser that nobody is signed in to.</summary>
    public static HttpClient Visitor(this TestHost host)
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>A browser where one of the invented people is signed in.</summary>
    public static async Task<HttpClient> VisitorAsync(this TestHost host, string user)
    {
        var client = host.Visitor();
        var answer = await client.SendFormAsync("/sign-in", "/sign-in", ("user", user), ("returnUrl", "/"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Opens a page, and sends a form of it with the page's antiforgery token.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups[1].Value;
        return await client.PostAsync(action, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
