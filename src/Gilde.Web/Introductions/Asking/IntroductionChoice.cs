namespace Gilde.Web.Introductions.Asking;

/// <summary>Who may be led to a member by introductions.</summary>
public enum Askers { Anybody, ContactsOfContacts, ContactsOnly }

/// <summary>What a member has set about introductions; without a row they take part and anybody may ask.</summary>
public sealed class IntroductionChoice
{
    public long MemberId { get; init; }
    public Askers Askers { get; set; }
    /// <summary>Set while the member takes no part: on no route, asked by nobody.</summary>
    public Instant? OutSince { get; set; }
    /// <summary>The same for a while: set until that moment has come and the pause is ended.</summary>
    public Instant? PausedUntil { get; set; }

    public bool TakesPart => OutSince is null && PausedUntil is null;
}

public static class AskersRule
{
    /// <summary>From how many hops away one may be led to the member.</summary>
    public static int MostHops(this Askers askers) => askers switch
    {
        Askers.Anybody => 3,
        Askers.ContactsOfContacts => 2,
        Askers.ContactsOnly => 1,
    };
}
