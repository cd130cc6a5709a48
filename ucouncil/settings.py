"""Settings: one table of name, default and help. Environment wins over ``ucouncil.toml``.

Every name is read from ``UCOUNCIL_<NAME>``; the file stands in the home.
"""

from functools import partial
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from records.errors import BadSetting

Described = partial(Field, description="")


class SourceSettings(BaseModel):
    """One source of ``ucouncil.toml``: ``[sources.clik-minutes]``. Whatever else stands there
    goes to the source itself: its term, its code, its addresses, its selectors."""

    model_config = ConfigDict(extra="allow")

    every_hours: float | None = Field(None, gt=0)
    base_url: str | None = None
    off: bool = False

    @property
    def options(self) -> dict[str, str]:
        """The source's own settings as text, lists with blanks between."""
        extra = self.model_extra or {}
        return {
            name: " ".join(map(str, value)) if isinstance(value, list) else str(value)
            for name, value in extra.items()
        }


class Settings(BaseSettings):
    """All settings of one home. Secrets are `SecretStr`, so that no log or repr shows them."""

    model_config = SettingsConfigDict(env_prefix="UCOUNCIL_", extra="forbid")
    _file: ClassVar[Path | None] = None

    home: Path = Field(Path(".ucouncil"), description="자료와 색인이 놓이는 폴더")
    database_url: SecretStr | None = Field(
        None, description="기록 데이터베이스. 기본은 홈의 SQLite, postgresql://… 도 됨"
    )
    originals_url: str | None = Field(
        None, description="원본 보관소(fsspec 주소). 기본은 홈의 originals/"
    )
    elasticsearch_url: SecretStr | None = Field(
        None, description="있으면 Elasticsearch 9를 검색 엔진으로 씀"
    )
    elasticsearch_prefix: str = Field("ucouncil", description="Elasticsearch 색인 이름의 앞부분")
    tika_url: str | None = Field(None, description="있으면 Tika 서버로 문서를 읽음")
    extract_seconds: float = Field(60, gt=0, description="파일 하나를 읽는 시간의 한도(초)")
    extract_memory: int = Field(
        1_000_000_000, gt=0, description="파일 하나를 읽는 메모리의 한도(바이트)"
    )
    workers: int = Field(2, ge=1, description="읽기와 분석에 쓰는 프로세스 수")
    law_key: SecretStr | None = Field(None, description="법제처 Open API 인증값(OC)")
    assembly_key: SecretStr | None = Field(None, description="열린국회정보 Open API 인증키")
    clik_key: SecretStr | None = Field(None, description="CLIK(지방의회 회의록·의안) 인증키")
    data_seoul_key: SecretStr | None = Field(None, description="서울 열린데이터광장 인증키")
    approval_folder: Path | None = Field(
        None, description="전자결재 문서를 받는 폴더. 기본은 홈의 approval/"
    )
    approval_token: SecretStr | None = Field(
        None, description="있으면 전자결재 문서를 HTTP로도 받음(Bearer 인증 값)"
    )
    sources: dict[str, SourceSettings] = Field(
        default_factory=dict, description="출처마다의 주기와 설정 (ucouncil.toml의 [sources.이름])"
    )
    smtp_url: SecretStr | None = Field(
        None, description="있으면 새 자료를 메일로 알림: smtps://이름:암호@서버:465, smtp://…도 됨"
    )
    mail_from: str = Field("", description="알림 메일의 보내는 주소")
    public_url: str = Field("", description="사람들이 여는 화면의 주소, 알림 메일의 링크에 씀")
    council_name: str = Field("", description="화면에 보이는 의회 이름")
    council_code: str = Field("", description="의회의 행정기관코드(7자리), 전자결재 답에 씀")
    committees: tuple[str, ...] = Field(
        (), description="의회의 위원회 이름들, 전자결재 문서에서 찾음"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then environment, then the file."""
        if cls._file is None:
            return init_settings, env_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, cls._file)

    @property
    def database(self) -> str:
        """Address of the records database, password included."""
        if self.database_url:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.home / 'records.db'}"

    @property
    def originals(self) -> str:
        """Address of the store of original files."""
        return self.originals_url or (self.home / "originals").as_uri()

    @property
    def approval(self) -> Path:
        """Folder of the packs of e-approval."""
        return self.approval_folder or self.home / "approval"

    @property
    def index(self) -> Path:
        """Folder of the embedded engine."""
        return self.home / "index"


def read_settings(home: Path | None) -> Settings:
    """The settings of ``home`` (or UCOUNCIL_HOME, or ./.ucouncil), its file included.

    Raises `BadSetting` naming the setting and what is wrong, never its value.
    """
    try:
        first = Settings() if home is None else Settings(home=home)
        root = first.home.expanduser().resolve()
        file = root / "ucouncil.toml"
        reader = type("Settings", (Settings,), {"_file": file if file.exists() else None})
        return reader(home=root)  # type: ignore[no-any-return]
    except ValidationError as error:
        raise BadSetting("; ".join(_sentence(e["loc"], e["msg"]) for e in error.errors())) from None


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    return f"설정 {'.'.join(map(str, place)) or '전체'}: {message}"
