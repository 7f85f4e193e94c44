using System.Buffers;
using System.Globalization;

namespace Entente.Tables;

/// <summary>
/// Comma-separated values after RFC 4180: a field is quoted where it must be, quotes inside are doubled.
/// With <c>guardFormulas</c> a text that a spreadsheet would run (it begins with <c>= + - @</c>, a tab or a carriage return) gets a leading
/// apostrophe; without it every cell is exactly what was read, which is what programs and the evidence need.
/// </summary>
internal sealed class CsvRowWriter<TRow> : RowWriter<TRow>
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");
    private readonly TableLayout<TRow> _layout;
    private readonly bool _guardFormulas;

    public CsvRowWriter(TableLayout<TRow> layout, string path, bool guardFormulas)
        : base(path)
    {
        _layout = layout;
        _guardFormulas = guardFormulas;
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            Separate(i);
            Output.Write(layout.Columns[i].Name);
        }

        Output.Write('\n');
    }

    public override void Write(TRow row)
    {
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            Separate(i);
            switch (_layout.Columns[i])
            {
                case TextColumn<TRow> text:
                    WriteText(text.Read(row));
                    break;
                case WholeColumn<TRow> whole:
                    Output.Write(whole.Read(row).ToString(CultureInfo.InvariantCulture));
                    break;
                case FlagColumn<TRow> flag:
                    Output.Write(flag.Read(row) ? "true" : "false");
                    break;
            }
        }

        Output.Write('\n');
    }

    private void Separate(int column)
    {
        if (column > 0)
        {
            Output.Write(',');
        }
    }

    private void WriteText(string value)
    {
        if (_guardFormulas && value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            value = "'" + value;
        }

        if (value.AsSpan().ContainsAny(s_quoted))
        {
            Output.Write('"');
            Output.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
            Output.Write('"');
        }
        else
        {
            Output.Write(value);
        }
    }
}
