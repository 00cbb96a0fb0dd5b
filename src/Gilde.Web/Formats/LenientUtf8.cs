using System.Text;

namespace Gilde.Web.Formats;

/// <summary>
/// Reads UTF-8, and takes a byte that cannot be UTF-8 for a Windows-1252 character: what older address
/// books and spreadsheets write without saying so.
/// </summary>
public sealed class LenientUtf8 : DecoderFallback
{
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static readonly Encoding Encoding =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new LenientUtf8());

    private LenientUtf8()
    {
    }

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = Windows1252.GetString(bytesUnknown);
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => (_text, _next) = ("", 0);
    }
}
