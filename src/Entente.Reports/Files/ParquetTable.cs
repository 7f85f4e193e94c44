using Entente.Charts.Display;
using Microsoft.Data.Analysis;
using Parquet;
using Parquet.Schema;

namespace Entente.Reports.Files;

/// <summary>Writes a table as a Parquet file: whole numbers, numbers and flags as such and nullable, everything else as text.</summary>
public static class ParquetTable
{
    // Enough for a column's pages to compress well, little enough that a reader may take one group at a time.
    private const int RowsInGroup = 100_000;

    /// <summary>Writes beside <paramref name="path"/> first, then renames.</summary>
    public static void Write(DataFrame table, string path)
    {
        using var file = new MemoryStream();
        WriteAsync(table, file).GetAwaiter().GetResult();
        FileReplacement.WriteBytes(path, file.ToArray());
    }

    private static async Task WriteAsync(DataFrame table, Stream file)
    {
        var fields = table.Columns.Select(column => new DataField(column.Name, TypeOf(column), isNullable: true)).ToList();
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            for (long start = 0; start == 0 || start < table.Rows.Count; start += RowsInGroup)
            {
                using var group = writer.CreateRowGroup();
                var rows = (int)Math.Min(RowsInGroup, table.Rows.Count - start);
                foreach (var (column, field) in table.Columns.Zip(fields))
                {
                    await WriteAsync(group, field, column, start, rows).ConfigureAwait(false);
                }
            }
        }
    }

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, DataFrameColumn column, long start, int rows)
    {
        return field.ClrType == typeof(int) ? group.WriteAsync<int>(field, Values<int>())
            : field.ClrType == typeof(long) ? group.WriteAsync<long>(field, Values<long>())
            : field.ClrType == typeof(double) ? group.WriteAsync<double>(field, Values<double>())
            : field.ClrType == typeof(bool) ? group.WriteAsync<bool>(field, Values<bool>())
            : group.WriteAsync(field, Texts());

        ReadOnlyMemory<T?> Values<T>()
            where T : struct
        {
            var values = new T?[rows];
            for (var i = 0; i < rows; i++)
            {
                values[i] = column[start + i] is { } value ? (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture) : null;
            }

            return values;
        }

        string[] Texts()
        {
            var texts = new string[rows];
            for (var i = 0; i < rows; i++)
            {
                texts[i] = column[start + i] is { } value ? TableDisplay.Cell(value) : null!;
            }

            return texts;
        }
    }

    private static Type TypeOf(DataFrameColumn column) => Type.GetTypeCode(column.DataType) switch
    {
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 => typeof(int),
        TypeCode.UInt32 or TypeCode.Int64 => typeof(long),
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => typeof(double),
        TypeCode.Boolean => typeof(bool),
        _ => typeof(string),
    };
}
