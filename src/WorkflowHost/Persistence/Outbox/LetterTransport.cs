using System.Security.Cryptography;
using System.Text;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Letters leave as files in a folder, or not at all when there is no transport: then someone prints them from the case.</summary>
internal sealed class LetterTransport(OutboxOptions options) : OutboxTransport
{
    public override string Kind => OutboxKinds.Letter;

    public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (options.LetterTransport == OutboxOptions.Folder)
        {
            Directory.CreateDirectory(options.LetterFolder);

            // The key decides the name, so delivering again overwrites the same letter instead of making a second one.
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Key)))[..32] + ".json";
            var path = Path.Combine(options.LetterFolder, name);
            await File.WriteAllTextAsync(path + ".part", message.Payload, cancellationToken);
            File.Move(path + ".part", path, overwrite: true);
        }

        return null;
    }
}
