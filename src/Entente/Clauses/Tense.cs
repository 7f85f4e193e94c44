namespace Entente.Clauses;

/// <summary>When the event of a verb lies, as far as its form tells.</summary>
internal enum Tense : byte
{
    /// <summary>Told as done: <c>a reçu</c>, <c>reçut</c>.</summary>
    Past,

    /// <summary>Done before that: <c>avait reçu</c>.</summary>
    Pluperfect,

    Present,

    Imperfect,

    /// <summary>To come: <c>recevra</c>, <c>doit être reçu</c>, <c>va recevoir</c>.</summary>
    Future,

    /// <summary><c>recevrait</c>.</summary>
    Conditional,

    /// <summary><c>souhaite que X reçoive</c>.</summary>
    Subjunctive,

    /// <summary>An infinitive that nothing places in time.</summary>
    Infinitive,

    /// <summary><c>recevant</c>: the time of the main verb.</summary>
    Gerund,

    /// <summary>A participle without auxiliary: <c>signé en 2011</c>.</summary>
    Participle,
}
