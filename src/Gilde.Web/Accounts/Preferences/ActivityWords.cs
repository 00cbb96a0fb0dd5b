namespace Gilde.Web.Accounts.Preferences;

/// <summary>The kinds of account activity in words.</summary>
public static class ActivityWords
{
    public static string Of(AccountActivityKind kind, Texts t) => kind switch
    {
        AccountActivityKind.SignedUp => t["Signed up"],
        AccountActivityKind.AddressConfirmed => t["E-mail address confirmed"],
        AccountActivityKind.SignedIn => t["Signed in"],
        AccountActivityKind.PasskeyUsed => t["Signed in with a passkey"],
        AccountActivityKind.SignInFailed => t["Wrong password at sign-in"],
        AccountActivityKind.SecondFactorFailed => t["Wrong code at sign-in"],
        AccountActivityKind.SignedOut => t["Signed out"],
        AccountActivityKind.PasswordChanged => t["Password changed"],
        AccountActivityKind.PasswordRecovered => t["New password set by mail"],
        AccountActivityKind.AddressChangeAsked => t["Asked for another e-mail address"],
        AccountActivityKind.AddressChanged => t["E-mail address changed"],
        AccountActivityKind.AddressChangeUndone => t["Change of the e-mail address taken back"],
        AccountActivityKind.PasskeyAdded => t["Passkey added"],
        AccountActivityKind.PasskeyRemoved => t["Passkey removed"],
        AccountActivityKind.SecondFactorOn => t["Second factor turned on"],
        AccountActivityKind.SecondFactorOff => t["Second factor turned off"],
        AccountActivityKind.RecoveryCodeUsed => t["Recovery code used"],
        AccountActivityKind.RecoveryCodesRenewed => t["Recovery codes renewed"],
        AccountActivityKind.SessionRevoked => t["Other devices signed out"],
        AccountActivityKind.Suspended => t["Account suspended"],
        AccountActivityKind.Restored => t["Account restored"],
        AccountActivityKind.Exported => t["Copy of all data asked for"],
        AccountActivityKind.NameChanged => t["Name changed"],
        AccountActivityKind.ErasureAsked => t["Asked to be erased"],
        AccountActivityKind.ErasureUndone => t["Erasure taken back"],
        AccountActivityKind.RoleGranted => t["Role given"],
        AccountActivityKind.RoleRevoked => t["Role taken back"],
        AccountActivityKind.MemberInvited => t["Invited somebody"],
    };
}
