namespace Entente.Cli.Terminal;

/// <summary>The folder that a command writes to, tried before any work is done for it.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder where it is missing; says so when nothing can be written there.</summary>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".entente.{Environment.ProcessId}.tmp");
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = File.Exists(folder) ? "it is a file" : failure is UnauthorizedAccessException ? "no permission" : "no folder can be made there, or nothing written into it";
            throw new UserErrorException($"{folder}: can't write there: {reason}; give another folder with --out");
        }
    }
}
