namespace Gilde.Web.Web;

/// <summary>
/// Who looks: an explicit parameter from the edge inward. Id 0 is anonymous.
/// Built once a request from the session; minimal-API handlers take it as a parameter.
/// </summary>
public sealed record Viewer
{
    public long Id { get; init; }
    public long SessionId { get; init; }
    public string Handle { get; init; } = "";
    public string Name { get; init; } = "";
    public long? PictureId { get; init; }
    public Language Language { get; init; }
    public Theme Theme { get; init; }
    /// <summary>How the viewer reads their home feed.</summary>
    public Profiles.FeedOrder FeedOrder { get; init; }
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;
    public bool IsModerator { get; init; }
    public bool IsOperator { get; init; }
    /// <summary>What the navigation counts for the viewer; loaded once a page.</summary>
    public Badges Badges { get; init; } = Badges.None;
    /// <summary>What the write that led here has to say; shown once.</summary>
    public Said? Said { get; init; }
    /// <summary>How far this process had seen the event log when the page was asked for; its live stream goes on from there.</summary>
    public string LivePlace { get; init; } = "";
    public NetworkFace Network { get; init; } = NetworkFace.Unset;
    /// <summary>The nonce of this response's Content-Security-Policy.</summary>
    public string Nonce { get; init; } = "";
    /// <summary>Path and query of the page being shown, for the language switch and for coming back after sign-in.</summary>
    public string Path { get; init; } = "/";
    /// <summary>The path alone.</summary>
    public string Page => Path.Split('?')[0];

    public bool IsMember => Id != 0;
    public Texts T => Texts.In(Language);

    public static ValueTask<Viewer> BindAsync(HttpContext http) => ValueTask.FromResult(http.Viewer());
}

/// <summary>Counts shown in the navigation.</summary>
/// <param name="HearsAll">There is nobody whom the viewer has blocked or muted, or who has blocked them; false also where that was not asked.</param>
public sealed record Badges(int ContactRequests, int UnreadConversations, int Introductions, int Notifications, bool HearsAll = false)
{
    public static readonly Badges None = new(0, 0, 0, 0);
}

/// <summary>What every page shows of the network itself.</summary>
public sealed record NetworkFace(string Name, string Trade, string Color, bool IsDemo, long Version)
{
    public static readonly NetworkFace Unset = new("Gilde", "", "#1f6f5c", false, 0);
}

public static class ViewerAccess
{
    private static readonly object Key = new();

    public static Viewer Viewer(this HttpContext http) =>
        http.Items[Key] as Viewer ?? throw new InvalidOperationException("The viewer is set by ViewerMiddleware, which has not run.");

    public static Viewer? TryViewer(this HttpContext http) => http.Items[Key] as Viewer;

    public static void SetViewer(this HttpContext http, Viewer viewer) => http.Items[Key] = viewer;
}
