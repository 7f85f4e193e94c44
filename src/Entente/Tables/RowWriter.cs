namespace Entente.Tables;

/// <summary>
/// Writes the rows of one table to a file, beside its final name (<c>.part</c>) until <see cref="Commit"/> renames it:
/// a reader never sees half a table. The bytes depend on the rows alone.
/// </summary>
internal abstract class RowWriter<TRow> : IDisposable
{
    private readonly string _partial;

    protected RowWriter(string path)
    {
        Path = path;
        _partial = path + ".part";
        Output = new StreamWriter(_partial, append: false, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
    }

    /// <summary>The final name.</summary>
    public string Path { get; }

    protected StreamWriter Output { get; }

    public abstract void Write(TRow row);

    public void Commit()
    {
        Output.Dispose();
        File.Move(_partial, Path, overwrite: true);
    }

    public void Dispose()
    {
        Output.Dispose();
        File.Delete(_partial);
    }
}
