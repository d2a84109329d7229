using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Makes tokens for invented people, signed with a key that lives as long as the process does.</summary>
internal sealed class DemoTokens
{
    public const string Issuer = "individualplan-demo";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public SymmetricSecurityKey Key { get; } = new(RandomNumberGenerator.GetBytes(32));

    public string Make(DemoUser user)
    {
        var claims = user.Claims().ToDictionary(c => c.Key, c => (object)c.Value, StringComparer.Ordinal);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
        });
    }
}
