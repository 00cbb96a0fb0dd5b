namespace Gilde.Web.Accounts;

/// <summary>What a password must be: long enough, not one of those that everybody tries first, not one's own address or name. No rules on character kinds.</summary>
public static class NewPassword
{
    public const int MinLength = 10;
    public const int MaxLength = 200;

    /// <summary>Roots of the passwords that lists of leaked ones begin with, without digits and signs at their end.</summary>
    private static readonly string[] Common =
    [
        "password", "passwort", "passw0rd", "kennwort", "geheim", "hallo", "qwertz", "qwerty", "qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "letmein", "iloveyou", "ichliebedich",
        "welcome", "willkommen", "admin", "administrator", "master", "monkey", "dragon", "sunshine", "schatz", "sommer", "winter", "fussball", "football", "baseball", "test", "testtest",
        "gilde", "passwordpassword", "passwortpasswort", "changeme", "superman", "princess", "trustno",
    ];

    /// <summary>Why the password cannot be taken, in words; null if it can.</summary>
    public static string? Problem(string? password, EmailAddress? email, string name, Texts t)
    {
        if (string.IsNullOrEmpty(password)) return t["Please choose a password."];
        if (password.Length < MinLength) return t["The password needs at least {0} characters. A short sentence is easy to remember.", MinLength];
        if (password.Length > MaxLength) return t["The password is longer than {0} characters.", MaxLength];
        if (IsCommon(password)) return t["This password is among the first that are tried. Please choose another."];
        if (email is not null && Contains(password, email.Value.Split('@')[0])) return t["The password contains your e-mail address. Please choose another."];
        if (name.Split(' ').Any(part => Contains(password, part))) return t["The password contains your name. Please choose another."];
        return null;
    }

    private static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < 4) return true;
        var root = lower.TrimEnd([.. "0123456789!?.,-_+*#$%&"]).TrimStart([.. "0123456789!?.,-_+*#$%&"]);
        return root.Length == 0 ? IsRun(lower) : Common.Contains(root);
    }

    /// <summary>1234567890, 9876543210 and such: each character next to the one before.</summary>
    private static bool IsRun(string text) => text.Zip(text.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) is 0 or 1 or 9) >= text.Length - 2;

    /// <summary>Contained and most of it: "berger" in "annaberger1" counts, in a long sentence it does not.</summary>
    private static bool Contains(string password, string part) =>
        part.Length >= 4 && password.Length < part.Length + 8 && password.Contains(part, StringComparison.OrdinalIgnoreCase);
}
