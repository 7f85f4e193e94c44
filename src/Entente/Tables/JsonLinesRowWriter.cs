using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Tables;

/// <summary>One JSON object a line, its members in the order of the columns; letters stay letters, not escapes.</summary>
internal sealed class JsonLinesRowWriter<TRow>(TableLayout<TRow> layout, string path) : RowWriter<TRow>(path)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _line = new();

    public override void Write(TRow row)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, s_options))
        {
            json.WriteStartObject();
            foreach (var column in layout.Columns)
            {
                switch (column)
                {
                    case TextColumn<TRow> text:
                        json.WriteString(text.Name, text.Read(row));
                        break;
                    case WholeColumn<TRow> whole:
                        json.WriteNumber(whole.Name, whole.Read(row));
                        break;
                    case FlagColumn<TRow> flag:
                        json.WriteBoolean(flag.Name, flag.Read(row));
                        break;
                }
            }

            json.WriteEndObject();
        }

        Output.Write(Encoding.UTF8.GetString(_line.WrittenSpan));
        Output.Write('\n');
    }
}
