namespace Gilde.Graph;

/// <summary>What a member has set, or what was decided about a member, that changes what others may find through them.</summary>
/// <remarks>
/// <see cref="ContactsHidden"/> and <see cref="OutOfIntroductions"/> are two choices of the member with one effect on searches:
/// no contact of theirs is used for anyone but themselves and the contact in question. They are kept apart because each can be
/// taken back without the other.
/// </remarks>
[Flags]
public enum MemberFlags : byte
{
    /// <summary>The member lets their contacts be used.</summary>
    None = 0,

    /// <summary>The member hides all of their contacts.</summary>
    ContactsHidden = 1,

    /// <summary>The member takes no part in introductions: nobody is led to them or through them, except by a contact of theirs to themselves.</summary>
    OutOfIntroductions = 2,

    /// <summary>The member is suspended: for everybody, and as a viewer, as if they did not exist. Their contacts come back when the flag goes.</summary>
    Suspended = 4,
}
