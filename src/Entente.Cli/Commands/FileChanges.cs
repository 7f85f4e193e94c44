using System.Threading.Channels;

namespace Entente.Cli.Commands;

/// <summary>Waits for files to change. Changes that come close together (an editor saves in several steps) are one.</summary>
internal sealed class FileChanges : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers;

    /// <summary>Watches each folder with what is below it for files of its pattern.</summary>
    public FileChanges(IEnumerable<(string Folder, string Pattern)> places)
    {
        _watchers = [.. places.Distinct().Select(place => Watch(place.Folder, place.Pattern))];
    }

    /// <summary>The files that changed, once nothing has changed for a moment.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(CancellationToken stop)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal) { await _changed.Reader.ReadAsync(stop).ConfigureAwait(false) };
        while (true)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(stop);
            quiet.CancelAfter(Quiet);
            try
            {
                files.Add(await _changed.Reader.ReadAsync(quiet.Token).ConfigureAwait(false));
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return [.. files];
            }
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private FileSystemWatcher Watch(string folder, string pattern)
    {
        var watcher = new FileSystemWatcher(folder, pattern)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Report(change.FullPath);
        watcher.Created += (_, change) => Report(change.FullPath);
        watcher.Deleted += (_, change) => Report(change.FullPath);
        watcher.Renamed += (_, change) => Report(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    // Editors and notebooks put hidden files beside the one that is saved.
    private void Report(string path)
    {
        if (!Path.GetFileName(path).StartsWith('.') && !path.Contains($"{Path.DirectorySeparatorChar}.", StringComparison.Ordinal))
        {
            _changed.Writer.TryWrite(path);
        }
    }
}
