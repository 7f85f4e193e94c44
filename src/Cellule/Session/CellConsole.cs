using System.Text;

namespace Cellule.Session;

/// <summary>
/// Console output and input of running cells. While any cell runs, the process's console is replaced by writers that find the
/// running cell; after the last one the console is as it was before.
/// </summary>
internal static class CellConsole
{
    private static readonly Lock Gate = new();
    private static int _running;
    private static TextWriter? _out;
    private static TextWriter? _error;
    private static TextReader? _in;

    // An output that itself writes to the console means the console outside.
    [ThreadStatic]
    private static bool _isWriting;

    public static void Attach()
    {
        lock (Gate)
        {
            if (_running++ > 0)
                return;
            (_out, _error, _in) = (Console.Out, Console.Error, null);
            Console.SetOut(new CellWriter(_out, static (output, text) => output.Write(text)));
            Console.SetError(new CellWriter(_error, static (output, text) => output.WriteError(text)));
            Console.SetIn(new CellReader());
        }
    }

    public static void Detach()
    {
        lock (Gate)
        {
            if (--_running > 0)
                return;
            Console.SetOut(_out!);
            Console.SetError(_error!);
            Console.SetIn(_in ?? TextReader.Null);
        }
    }

    private sealed class CellWriter(TextWriter outside, Action<ICellOutput, string> write) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void WriteLine() => Write("\n");

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            if (_isWriting || RunningCell.Output is not { } output)
            {
                outside.Write(value);
                return;
            }

            _isWriting = true;
            try
            {
                write(output, value);
            }
            finally
            {
                _isWriting = false;
            }
        }
    }

    private sealed class CellReader : TextReader
    {
        private string _rest = "";

        public override int Peek() => _rest.Length > 0 ? _rest[0] : -1;

        public override int Read()
        {
            if (_rest.Length == 0)
            {
                if (ReadLine() is not { } line)
                    return -1;
                _rest = line + "\n";
            }

            var next = _rest[0];
            _rest = _rest[1..];
            return next;
        }

        public override string? ReadLine()
        {
            if (_rest.Length > 0)
            {
                var line = _rest.TrimEnd('\n');
                _rest = "";
                return line;
            }

            return RunningCell.Output?.ReadLine("", password: false);
        }
    }
}
