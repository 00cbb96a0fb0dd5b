using Gilde.Web.Formats;

namespace Gilde.Web.Profiles;

/// <summary>In which order a home feed stands: newest first, or by how close the viewer is to whom it comes from, weighed with its age.</summary>
public enum FeedOrder { Latest, ClosestFirst }


/// <summary>A person of the network as others see them. The account (e-mail, password, sessions) has the same id and is private.</summary>
public sealed class Member
{
    private Member() { }

    public Member(string name, string handle, Language language, Instant now)
    {
        Name = name;
        Handle = handle;
        Language = language;
        JoinedAt = now;
    }

    public long Id { get; private set; }
    public string Name { get; set; } = "";
    /// <summary>Lower-case ASCII, pronounceable, unique: the address is <c>/@handle</c>.</summary>
    public string Handle { get; set; } = "";
    public string Headline { get; set; } = "";
    /// <summary>Markdown.</summary>
    public string About { get; set; } = "";
    public string Place { get; set; } = "";
    public string Country { get; set; } = "";
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public PartialDate? Birthday { get; set; }
    public long? PictureId { get; set; }
    public long? CoverId { get; set; }
    public Language Language { get; set; }
    public string TimeZone { get; set; } = "Europe/Berlin";
    /// <summary>How pages look for the member; nobody else sees it.</summary>
    public Theme Theme { get; set; }
    /// <summary>How the member reads their home feed.</summary>
    public FeedOrder FeedOrder { get; set; }
    public Instant JoinedAt { get; private set; }
    /// <summary>Set when the account is confirmed (and approved, where the operator approves): before that nobody sees the member.</summary>
    public Instant? ActiveSince { get; set; }
    /// <summary>Set while a moderator has suspended the member; they are then invisible and cannot sign in.</summary>
    public Instant? SuspendedAt { get; set; }
    /// <summary>Own contacts are used and shown for introductions by nobody else when set.</summary>
    public bool HidesContacts { get; set; }
    /// <summary>Set while the whole profile is shown to nobody outside the network.</summary>
    public Instant? ClosedAt { get; set; }
    /// <summary>Set while search engines may list the profile; the member turns it on.</summary>
    public Instant? ListedAt { get; set; }
    /// <summary>Goes up with every change of the profile or one of its sections; caches and vCard REV lean on it.</summary>
    public long Version { get; set; }
    public Instant ChangedAt { get; set; }
}
