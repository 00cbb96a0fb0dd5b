using Gilde.Web.Web.Design;

namespace Gilde.Web.Accounts.Preferences;

/// <summary>The pages of the settings, for the hub and the navigation beside each. One line a page, whichever feature serves it.</summary>
public static class SettingsRooms
{
    public static IReadOnlyList<NavLink> For(Viewer viewer) => All(viewer).Select(r => r.Link).ToList();

    /// <summary>With a sentence each, for the hub.</summary>
    public static IReadOnlyList<(NavLink Link, string Sentence)> All(Viewer viewer)
    {
        var t = viewer.T;
        return
        [
            (Room(viewer, "/settings/account", t["Account"], "at-sign"), t["E-mail address, password, language, appearance"]),
            (Room(viewer, "/settings/security", t["Security"], "shield-check"), t["Second factor, passkeys, signed-in devices"]),
            (Room(viewer, "/settings/card", t["My card"], "id-card"), t["Contact data that you exchange"]),
            (Room(viewer, "/settings/contacts", t["Who sees my contacts"], "eye-off"), t["Hide contacts from all or one by one"]),
            (Room(viewer, "/settings/introductions", t["Introductions"], "route"), t["Whether you take part, who may ask for you"]),
            (Room(viewer, "/settings/notifications", t["Notifications"], "bell"), t["When you want a mail"]),
            (Room(viewer, "/settings/blocks", t["Blocked people"], "user-x"), t["With whom you want no dealings"]),
            (Room(viewer, "/settings/decisions", t["Decisions of the moderators"], "scale"), t["About you, and about what you reported"]),
            (Room(viewer, "/settings/activity", t["Activity"], "history"), t["What happened in your account"]),
            (Room(viewer, "/settings/import", t["Import"], "upload"), t["From LinkedIn or from an address book"]),
            (Room(viewer, "/settings/export", t["My data"], "download"), t["Take everything with you"]),
            (Room(viewer, "/settings/delete", t["Leave the network"], "log-out"), t["Have the account erased"]),
        ];
    }

    private static NavLink Room(Viewer viewer, string path, string label, string icon) =>
        new(path, label, viewer.Path == path || viewer.Path.StartsWith(path + "/", StringComparison.Ordinal) || viewer.Path.StartsWith(path + "?", StringComparison.Ordinal), Icon: icon);
}
