namespace Entente.Clauses;

/// <summary>A form of a verb as the lexicon has it.</summary>
internal readonly record struct VerbForm(string Infinitive, Tense Tense);
