namespace Entente.Meetings;

/// <summary>How a trigger stands: a verb in one of its voices, or a noun.</summary>
internal enum TriggerForm : byte
{
    Active,
    Passive,
    Reflexive,
    Any,

    /// <summary>An infinitive after a verb of going: <c>est allé saluer</c>.</summary>
    Governed,
    Noun,
}

/// <summary>How the other side is joined to a trigger.</summary>
internal enum ObjectMarker : byte
{
    Direct,
    Avec,
    Par,
    A,
    De,
    Entre,
}

/// <summary>What a trigger asks of its clause besides its form.</summary>
internal enum TriggerNeed : byte
{
    None,
    Go,
    Phone,
    Video,

    /// <summary>Its object is told: <c>a échangé avec le ministre</c>, not <c>a échangé des cadeaux</c>.</summary>
    WithPerson,

    /// <summary>One of each side is named: both as subject, or one as object (<c>X a convenu avec Y</c>, <c>X et Y ont convenu</c>).</summary>
    Mutual,

    /// <summary>A verb of holding or chairing governs the noun.</summary>
    Governed,

    /// <summary>It is governed, or bears a number (<c>le 8e dialogue</c>).</summary>
    Numbered,

    /// <summary>An infinitive of purpose follows: <c>a appelé le ministre pour le féliciter</c>.</summary>
    Purpose,

    /// <summary>Of letters of credence: <c>a présenté ses lettres de créance au président</c>.</summary>
    Credentials,
    Never,
}

/// <summary>A row of <c>fr/encounters.rules.tsv</c>.</summary>
internal sealed record EncounterRule(
    string Trigger, TriggerForm Form, ObjectMarker Object, MeetingKind Kind, MeetingMode Mode, TriggerNeed Need, string Positive, string Negative)
{
    /// <summary>Of a gathering that its name tells, and no row: with it days and places are sought for one.</summary>
    public static EncounterRule OfGathering { get; } = new("", TriggerForm.Noun, ObjectMarker.Entre, MeetingKind.Conference, MeetingMode.InPerson, TriggerNeed.None, "", "");

    /// <summary>Its noun is a plural: <c>pourparlers</c>, <c>séances de travail</c>.</summary>
    public bool IsOfSeveral { get; } = Form == TriggerForm.Noun && Trigger.Split(' ')[0].EndsWith('s');
}
