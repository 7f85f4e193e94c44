using EndToEnd.Tests.Driving;
using EndToEnd.Tests.House;

namespace EndToEnd.Tests.FirstLight;

/// <summary>What <c>entente run</c> leaves, made once for all tests that look at it.</summary>
public sealed class RunOutput : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal EntenteCommand.Outcome Outcome { get; private set; } = new(-1, "", "");

    internal string Folder => _folder.Path;

    public async ValueTask InitializeAsync() =>
        Outcome = await EntenteCommand.RunAsync(Repository.Root, "run", "--out", Folder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
