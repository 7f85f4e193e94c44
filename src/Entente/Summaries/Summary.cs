using Microsoft.Data.Analysis;

namespace Entente;

/// <summary>
/// A count over the corpus and what it rests on. <paramref name="Table"/> has key columns and a last column with the number;
/// <paramref name="Evidence"/> has the same key columns and <c>doc_id, sentence, start, end</c>, one row for each thing counted:
/// every number equals the number of its evidence rows.
/// </summary>
public sealed record Summary(string Name, DataFrame Table, DataFrame Evidence);
