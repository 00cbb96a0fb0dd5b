namespace Gilde.Web.Accounts.Security;

/// <summary>Before something that decides who gets in: the password once more, so that a device left open is not enough.</summary>
public sealed class OwnerCheck(GildeDb db, Door door, Passwords passwords)
{
    /// <summary>What to say if the password is not right; null if it is.</summary>
    public async Task<string?> Problem(Viewer viewer, string? password)
    {
        if (string.IsNullOrEmpty(password)) return viewer.T["Please enter your password."];
        if (await door.Knock(DoorKey.Password(viewer.Id)) is { } wait) return Pause.Sentence(viewer.T, wait);
        if (!passwords.Matches(await db.Users.AsNoTracking().SingleAsync(a => a.Id == viewer.Id), password)) return viewer.T["This is not your password."];
        await door.Open(DoorKey.Password(viewer.Id));
        return null;
    }
}
