namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>The folder that mailbox and printing services empty. A file is whole when its name is there, and the manifest comes last, so that who finds it finds the letter too.</summary>
internal static class LetterFolder
{
    public static async Task PutAsync(string folder, string name, byte[] content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path + ".part", content, cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }
}
