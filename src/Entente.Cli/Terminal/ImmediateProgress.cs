using Cellule.Notebooks.Running;

namespace Entente.Cli.Terminal;

/// <summary>Progress told on the reporting thread: <see cref="Progress{T}"/> would queue it and tell late.</summary>
internal sealed class ImmediateProgress(Action<NotebookProgress> report) : IProgress<NotebookProgress>
{
    public void Report(NotebookProgress value) => report(value);
}
